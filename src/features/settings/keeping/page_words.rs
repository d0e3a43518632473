//! The words with which the page that can be read for good shows what is in it.

use satkarya_core::along::Statement;
use satkarya_core::circle::Asking;
use satkarya_core::content;
use satkarya_core::course::{Attendance, Mode, Pace};
use satkarya_core::diary::{Alcohol, Area, Did, EventKind, Got, Need};
use satkarya_core::focus::Told;
use satkarya_core::life::EventSort;
use satkarya_core::people::{
    CanTell, Contact, Disagree, Gives, KnowsLow, Relation, Ring, Safe, Shift, Status, Way,
};
use satkarya_core::rating::Mood;
use satkarya_core::time::SeasonName;
use satkarya_core::transfer::Column;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::page_guide;
use super::table_words::column;
use crate::i18n::{Msg, content_text, labels, locale, msg, t};

/// The words that stand in the page before it is opened: they say nothing of what is inside.
pub(super) fn outside() -> [(&'static str, String); 10] {
    [
        ("lang", locale().lang().to_owned()),
        ("dir", locale().dir().to_owned()),
        ("title", t(msg::page_title())),
        ("passphrase", t(msg::page_passphrase())),
        ("open", t(msg::page_open())),
        ("opening", t(msg::page_opening())),
        ("wrong", t(msg::page_wrong())),
        ("cannot", t(msg::page_cannot())),
        ("broken", t(msg::page_broken())),
        ("no-script", t(msg::page_no_script())),
    ]
}

/// The words that are closed together with the diary, as one line of JSON.
pub(super) fn inside() -> String {
    let moods = (0..=10).filter_map(|mood| Mood::try_from(mood).ok());
    let moods: Vec<String> = moods.map(|mood| t(labels::mood_word(mood))).collect();
    let feelings = content::vocabulary().words();
    let feelings: Map<String, Value> =
        feelings.map(|it| (it.id().to_string(), content_text(it.word()).into())).collect();
    let mut names = said(&[&kinds()[..], &entry(), &person(), &rest()].concat());
    let mut choices = choices();
    page_guide::questions(&mut names, &mut choices);
    json!({
        "lang": locale().lang(),
        "ui": said(&interface()),
        "names": names,
        "choices": choices,
        "moods": moods,
        "feelings": feelings,
        "sheets": page_guide::sheets(),
        "measures": page_guide::measures(),
        "season": t(msg::fuzzy_season_of("{season}", "{year}")),
        "seasons": seasons(),
    })
    .to_string()
}

fn seasons() -> Map<String, Value> {
    let names = [
        ("spring", SeasonName::Spring),
        ("summer", SeasonName::Summer),
        ("autumn", SeasonName::Autumn),
        ("winter", SeasonName::Winter),
    ];
    names.map(|(id, name)| (id.to_owned(), t(labels::season(name)).into())).into_iter().collect()
}

fn said(words: &[(&str, Msg)]) -> Map<String, Value> {
    words.iter().map(|(name, word)| ((*name).to_owned(), t(word.clone()).into())).collect()
}

fn interface() -> [(&'static str, Msg); 26] {
    [
        ("places", msg::page_places()),
        ("entries", msg::page_entries()),
        ("people", msg::page_people()),
        ("sheets", msg::page_sheets()),
        ("plan", msg::page_plan()),
        ("focus", msg::page_focus()),
        ("other", msg::page_other()),
        ("bin", msg::page_bin()),
        ("search", msg::page_search()),
        ("everything", msg::page_everything()),
        ("save", msg::page_save()),
        ("close", msg::page_close()),
        ("print", msg::page_print()),
        ("month", msg::page_month()),
        ("before", msg::page_before()),
        ("after", msg::page_after()),
        ("found", msg::page_found()),
        ("of", msg::page_of()),
        ("no", msg::page_no()),
        ("yes", msg::column_yes()),
        ("covered", msg::page_covered()),
        ("earlier", msg::page_earlier()),
        ("mood", msg::page_mood()),
        ("quiet", msg::column_quiet()),
        ("me", msg::column_me()),
        ("somebody", msg::column_somebody()),
    ]
}

fn kinds() -> [(&'static str, Msg); 18] {
    [
        ("entry", msg::page_kind_entry()),
        ("person", msg::page_kind_person()),
        ("feeling", msg::page_kind_feeling()),
        ("course", msg::page_kind_course()),
        ("session", msg::page_kind_session()),
        ("snapshot", msg::page_kind_snapshot()),
        ("focus", msg::page_kind_focus()),
        ("network", msg::page_kind_network()),
        ("along", msg::page_kind_along()),
        ("event", msg::page_kind_event()),
        ("band", msg::page_kind_band()),
        ("spell", msg::page_kind_spell()),
        ("reflection", msg::page_kind_reflection()),
        ("formulation", msg::page_kind_formulation()),
        ("goal", msg::page_kind_goal()),
        ("sheet", msg::page_kind_sheet()),
        ("filled", msg::page_kind_filled()),
        ("measures", msg::page_kind_measures()),
    ]
}

fn entry() -> [(&'static str, Msg); 35] {
    [
        ("before", column(Column::Before)),
        ("after", column(Column::After)),
        ("feelings", column(Column::Feelings)),
        ("people", column(Column::People)),
        ("kind", column(Column::Kind)),
        ("what", column(Column::What)),
        ("lines", column(Column::Said)),
        ("expected", column(Column::Expected)),
        ("got", column(Column::Got)),
        ("did", column(Column::Did)),
        ("outcome", column(Column::Outcome)),
        ("need", column(Column::Need)),
        ("areas", column(Column::Areas)),
        ("support", column(Column::Support)),
        ("connected", column(Column::Connected)),
        ("sleep_hours", column(Column::SleepHours)),
        ("sleep_quality", column(Column::SleepQuality)),
        ("energy", column(Column::Energy)),
        ("appetite", column(Column::Appetite)),
        ("alcohol", column(Column::Alcohol)),
        ("up", column(Column::Up)),
        ("out", column(Column::Out)),
        ("first_contact", column(Column::FirstContact)),
        ("bed", column(Column::Bed)),
        ("star", column(Column::Star)),
        ("wellbeing", msg::page_part_wellbeing()),
        ("rhythm", msg::page_part_rhythm()),
        ("pinned", msg::page_part_pinned()),
        ("who", msg::page_part_who()),
        ("how", msg::page_part_how()),
        ("text", msg::page_part_text()),
        ("strength", msg::page_part_strength()),
        ("day", msg::page_part_day()),
        ("when", msg::page_part_when()),
        ("archived", msg::page_part_archived()),
    ]
}

fn person() -> [(&'static str, Msg); 31] {
    [
        ("name", msg::person_name()),
        ("relation", msg::page_part_relation()),
        ("status", msg::page_part_status()),
        ("trusted", msg::person_trusted()),
        ("phone", msg::person_phone()),
        ("note", msg::page_part_note()),
        ("person.note", msg::person_note()),
        ("ring", msg::page_part_ring()),
        ("ring_wish", msg::person_ring_wish()),
        ("contact", msg::person_contact()),
        ("contact_ways", msg::person_contact_ways()),
        ("lives_with", msg::person_lives_with()),
        ("can_tell", msg::person_can_tell()),
        ("knows_low", msg::person_knows_low()),
        ("person.support", msg::person_support()),
        ("i_give", msg::person_i_give()),
        ("disagree", msg::person_disagree()),
        ("changed", msg::person_changed()),
        ("changed_what", msg::person_changed_what()),
        ("safe", msg::person_safe()),
        ("they_expect", msg::person_they_expect()),
        ("i_expect", msg::person_i_expect()),
        ("expect_match", msg::person_expect_match()),
        ("like", msg::person_like()),
        ("hard", msg::person_hard()),
        ("want", msg::person_want()),
        ("died_when", msg::person_died_when()),
        ("network.belong", msg::network_belong()),
        ("call", msg::network_call()),
        ("easier", msg::network_easier()),
        ("was_close", msg::network_was_close()),
    ]
}

fn rest() -> Vec<(&'static str, Msg)> {
    vec![
        ("everyone", msg::network_everyone()),
        ("asking", msg::network_asking()),
        ("pattern", msg::network_pattern()),
        ("along.talk", labels::statement(Statement::Talk)),
        ("along.needs", labels::statement(Statement::Needs)),
        ("along.friction", labels::statement(Statement::Friction)),
        ("along.keep_up", labels::statement(Statement::KeepUp)),
        ("along.roles", labels::statement(Statement::Roles)),
        ("along.belong", labels::statement(Statement::Belong)),
        ("mode", msg::page_part_mode()),
        ("pace", msg::page_part_pace()),
        ("total", msg::page_part_total()),
        ("beginning", msg::page_part_beginning()),
        ("ending", msg::page_part_ending()),
        ("state", msg::page_part_state()),
        ("moves_on", msg::page_part_moves_on()),
        ("talked", msg::page_part_talked()),
        ("to_try", msg::page_part_to_try()),
        ("next", msg::page_part_next()),
        ("places", msg::page_part_places()),
        ("main", msg::page_part_main()),
        ("second", msg::page_part_second()),
        ("halfway", msg::page_part_halfway()),
        ("until", msg::page_part_until()),
        ("sort", msg::event_sort()),
        ("impact", msg::page_part_impact()),
        ("level", msg::page_part_level()),
        ("earlier", msg::spell_earlier()),
        ("title", msg::page_part_title()),
        ("label", msg::page_part_title()),
        ("word", msg::page_part_word()),
        ("family", msg::page_part_family()),
        ("ratings", msg::page_part_ratings()),
        ("near", msg::page_part_near()),
        ("loss", msg::page_part_loss()),
        ("changes", msg::page_part_changes()),
        ("timing", msg::page_part_timing()),
        ("leverage", msg::page_part_leverage()),
        ("formulation.when", msg::summary_round_when()),
        ("feel", msg::summary_round_feel()),
        ("act", msg::summary_round_act_label()),
        ("others", msg::summary_round_others()),
        ("agreed", msg::summary_agreed()),
        ("wants_tools", msg::page_part_wants_tools()),
        ("mine", msg::page_part_mine()),
        ("aside", msg::page_part_aside()),
        ("safe_on", msg::page_part_safe_on()),
        ("support_owed", msg::page_part_support_owed()),
        ("person", msg::page_part_who()),
        ("course", msg::page_part_course()),
        ("gate", msg::page_part_gate()),
        ("items", msg::page_part_items()),
        ("done", msg::page_part_done()),
        ("safety", msg::page_part_safety()),
        ("grief", labels::area(Area::Grief)),
        ("dispute", labels::area(Area::Dispute)),
        ("change", labels::area(Area::Change)),
        ("connection", labels::area(Area::Connection)),
        ("answers", msg::page_part_answers()),
        ("words", msg::page_part_words()),
        ("felt", msg::page_part_felt()),
        ("context", msg::page_part_context()),
        ("strengths", msg::page_part_strengths()),
        ("since", msg::page_part_since()),
        ("asked", msg::page_part_asked()),
        ("often", msg::page_part_often()),
        ("ended", msg::page_part_ended()),
        ("anew", msg::page_part_anew()),
        ("bring", msg::page_part_bring()),
        ("from", msg::page_part_from()),
        ("open", msg::page_part_open()),
    ]
}

/// What each choice is called, by `member.choice`.
fn choices() -> Map<String, Value> {
    let mut all = Map::new();
    add(&mut all, &["kind"], EventKind::ALL, labels::kind);
    add(&mut all, &["got"], Got::ALL, labels::got);
    add(&mut all, &["did"], Did::ALL, labels::did);
    add(&mut all, &["need"], Need::ALL, labels::need);
    add(&mut all, &["areas", "main", "second"], Area::ALL, labels::area);
    add(&mut all, &["alcohol"], Alcohol::ALL, labels::alcohol);
    add(&mut all, &["relation"], Relation::ALL, labels::relation);
    add(&mut all, &["status"], Status::ALL, labels::status);
    add(&mut all, &["ring", "ring_wish"], Ring::ALL, labels::ring);
    add(&mut all, &["contact"], Contact::ALL, labels::contact);
    add(&mut all, &["contact_ways"], Way::ALL, labels::way);
    add(&mut all, &["can_tell"], CanTell::ALL, labels::can_tell);
    add(&mut all, &["knows_low"], KnowsLow::ALL, labels::knows_low);
    add(&mut all, &["support", "i_give"], Gives::ALL, labels::gives);
    add(&mut all, &["disagree"], Disagree::ALL, labels::disagree);
    add(&mut all, &["changed"], Shift::ALL, labels::shift);
    add(&mut all, &["safe"], Safe::ALL, labels::safe);
    add(&mut all, &["asking"], Asking::ALL, labels::asking);
    add(&mut all, &["mode"], Mode::ALL, labels::mode);
    add(&mut all, &["pace"], Pace::ALL, labels::pace);
    add(&mut all, &["state"], Attendance::ALL, labels::attendance);
    add(&mut all, &["sort"], EventSort::ALL, labels::sort);
    add(&mut all, &["gate", "other_loss", "afraid", "hurt", "controlled"], Told::ALL, told);
    let unsure: Value = t(msg::need_unsure()).into();
    all.insert("gate.unsure".to_owned(), unsure.clone());
    all.insert("other_loss.unsure".to_owned(), unsure);
    all.insert("often.period".to_owned(), t(msg::measures_often_period()).into());
    all.insert("often.session".to_owned(), t(msg::measures_often_session()).into());
    all.insert("who.me".to_owned(), t(msg::column_me()).into());
    all.insert("who.other".to_owned(), t(msg::column_somebody()).into());
    all
}

fn told(told: Told) -> Msg {
    match told {
        Told::Yes => msg::column_yes(),
        Told::No => msg::page_no(),
        Told::RatherNot => msg::safe_rather_not(),
    }
}

fn add<T: Serialize + Copy>(
    all: &mut Map<String, Value>,
    members: &[&str],
    choices: &[T],
    word: fn(T) -> Msg,
) {
    for choice in choices {
        let Ok(Value::String(id)) = serde_json::to_value(choice) else { continue };
        for member in members {
            all.insert(format!("{member}.{id}"), t(word(*choice)).into());
        }
    }
}
