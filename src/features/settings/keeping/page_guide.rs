//! The words of the guide that the page for good is read with: worksheets, questionnaires, questions.

use satkarya_core::content;
use serde_json::{Map, Value, json};

use crate::i18n::content_text;

/// What the guide calls its worksheets, their fields, columns and options.
pub(super) fn sheets() -> Map<String, Value> {
    let sheet = |it: &content::Sheet| {
        let mut fields = Map::new();
        for field in it.fields() {
            let step = it.step_of(field.id.as_str()).map_or("", |step| step.title.as_str());
            let label = if field.label.is_empty() { step } else { &field.label };
            fields.insert(field.id.to_string(), asked(label, options(&field.options), top(field)));
            for column in &field.columns {
                let path = format!("{}.{}", field.id, column.id);
                fields.insert(path, asked(&column.label, options(&column.options), top(column)));
            }
        }
        json!({ "title": content_text(&it.title), "fields": fields })
    };
    content::sheets().iter().map(|it| (it.id.to_string(), sheet(it))).collect()
}

fn top(field: &content::Field) -> u8 {
    if field.kind == content::Kind::Scale { field.top() } else { 0 }
}

fn options(options: &[content::SheetOption]) -> Map<String, Value> {
    options.iter().map(|it| (it.id.to_string(), content_text(&it.text).into())).collect()
}

/// A label, its options, and the highest answer of a scale (0 where nothing is counted).
fn asked(label: &str, options: Map<String, Value>, top: u8) -> Value {
    Value::Array(vec![content_text(label).into(), options.into(), top.into()])
}

/// What the questionnaires ask, and what their answers are called.
pub(super) fn measures() -> Map<String, Value> {
    let numbers = |options: &[content::MeasureOption]| -> Map<String, Value> {
        options.iter().map(|it| (it.value.to_string(), content_text(&it.text).into())).collect()
    };
    let measure = |it: &content::Measure| {
        let items = it.items.iter().map(|item| (item.id.to_string(), &item.text, &it.options));
        let extra = it.extra.iter().map(|it| (it.id.to_string(), &it.text, &it.options));
        let fields: Map<String, Value> = items
            .chain(extra)
            .map(|(id, text, options)| (id, asked(text, numbers(options), 0)))
            .collect();
        json!({ "title": content_text(&it.title), "notice": &it.notice, "fields": fields })
    };
    content::measures().iter().map(|it| (it.id.to_string(), measure(it))).collect()
}

/// What “Where does it pinch?” asks, by where its answers stand, and what its answers are called.
pub(super) fn questions(names: &mut Map<String, Value>, choices: &mut Map<String, Value>) {
    const PLACES: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];
    const SAFETY: [&str; 3] = ["afraid", "hurt", "controlled"];
    for area in content::questions() {
        let Ok(Value::String(name)) = serde_json::to_value(area.area()) else { continue };
        let mut say = |path: &str, text: &str| {
            if !text.is_empty() {
                names.insert(format!("reflection.{path}"), content_text(text).into());
            }
        };
        say(&format!("{name}.gate"), area.gate());
        say(&format!("{name}.leverage"), area.leverage());
        say(&format!("{name}.timing"), area.timing().question());
        for (place, text) in PLACES.iter().zip(area.items()) {
            say(&format!("{name}.items.{place}"), text);
        }
        say("loss", &area.loss().when);
        say("other_loss", &area.loss().other);
        for (place, text) in SAFETY.iter().zip(&area.safety().questions) {
            say(&format!("safety.{place}"), text);
        }
        say("changes", &area.presets().question);
        for preset in &area.presets().choices {
            let word = content_text(preset.text()).into();
            choices.insert(format!("changes.{}", preset.id()), word);
        }
    }
}
