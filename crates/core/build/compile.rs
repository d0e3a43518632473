//! Reads each part of the guide into the core's own types and writes it as JSON.
//!
//! Shapes are checked by the types, contents by `check.rs`.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    check::Checker,
    measures::Written,
    model::{
        GoalWords, Page, Prompt, Questions, Region, SampleFile, Sheet, SheetGroup, Source, Step,
        Vocabulary,
    },
    wording,
};

/// A file to embed: its name and its content.
type Embedded = (&'static str, Vec<u8>);

/// The file of prompts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PromptFile {
    prompt: Vec<Prompt>,
}

/// The file of steps.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepFile {
    step: Vec<Step>,
}

/// The file of sources: by name, so that several pages can share one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceFile {
    source: BTreeMap<String, Source>,
}

/// The file of groups of worksheets.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupFile {
    group: Vec<toml::Table>,
}

/// Compiles the whole folder of one language.
///
/// # Errors
/// Every mistake with its file and key.
pub(crate) fn compile(root: &Path) -> Result<Vec<Embedded>, Vec<String>> {
    let wording = wording::Rules::read(&root.join("wording.toml"))?;
    let mut checker = Checker::new(&wording);

    let vocabulary: Vocabulary = read(&root.join("feelings.toml"))?;
    checker.vocabulary("feelings.toml", &vocabulary);

    let prompts = read::<PromptFile>(&root.join("prompts.toml"))?.prompt;
    checker.prompts("prompts.toml", &prompts);

    let mut regions: Vec<(String, Region)> = read_folder(&root.join("support"))?;
    regions.sort_by_key(|(_, region)| region.order());
    checker.regions(&regions);

    let sources = read::<SourceFile>(&root.join("sources.toml"))?.source;
    checker.sources("sources.toml", &sources);
    let pages = pages(&root.join("journey"), &sources)?;
    checker.pages(&pages);

    let mut questions: Vec<(String, Questions)> = read_folder(&root.join("pinch"))?;
    questions.sort_by_key(|(_, questions)| questions.area());
    checker.questions(&questions);

    let goal_words: GoalWords = read(&root.join("goals.toml"))?;
    checker.goal_words("goals.toml", &goal_words);
    let steps = read::<StepFile>(&root.join("steps.toml"))?.step;

    let groups = groups(&root.join("sheet-groups.toml"), &sources)?;
    let sheets = sheets(&root.join("sheets"), &sources)?;
    checker.sheets(&sheets, &groups, &pages);
    let measures = measures(&root.join("measures"), &sources)?;
    checker.measures(&measures);
    checker.steps("steps.toml", &steps, &pages, &sheets);

    let sample: SampleFile = read(&root.join("sample.toml"))?;
    checker.sample("sample.toml", &sample, &vocabulary);

    let problems = checker.problems();
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(vec![
        ("sample.json", json(&sample)?.into_bytes()),
        ("feelings.bin", packed(&vocabulary)?),
        ("prompts.bin", packed(&prompts)?),
        ("steps.bin", packed(&steps)?),
        ("support.bin", packed(&regions.iter().map(|(_, region)| region).collect::<Vec<_>>())?),
        ("goals.bin", packed(&goal_words)?),
        ("pinch.bin", packed(&questions.iter().map(|(_, it)| it).collect::<Vec<_>>())?),
        ("sheets.bin", packed(&sheets.iter().map(|(_, it)| it).collect::<Vec<_>>())?),
        ("sheet-groups.bin", packed(&groups)?),
        ("measures.bin", packed(&measures.iter().map(|(_, it, _)| it).collect::<Vec<_>>())?),
        ("journey.bin", packed(&pages.iter().map(|(_, page)| page).collect::<Vec<_>>())?),
    ])
}

/// The reading pages in order, with their sources looked up and their words counted.
fn pages(
    folder: &Path,
    sources: &BTreeMap<String, Source>,
) -> Result<Vec<(String, Page)>, Vec<String>> {
    let mut pages: Vec<(i64, String, Page)> = Vec::new();
    for (file, mut table) in read_folder::<toml::Table>(folder)? {
        let fail = |reason: &str| vec![format!("{file}: {reason}")];
        let order = table
            .remove("order")
            .and_then(|order| order.as_integer())
            .ok_or_else(|| fail("order: missing"))?;
        cite(&mut table, sources).map_err(|reason| fail(&reason))?;
        table.insert("words".into(), toml::Value::Integer(0));
        let page: Page = table.clone().try_into().map_err(|error| fail(&error.to_string()))?;
        let words = page.texts().flat_map(str::split_whitespace).count();
        table.insert("words".into(), toml::Value::Integer(i64::try_from(words).unwrap_or(0)));
        let page = table.try_into().map_err(|error| fail(&error.to_string()))?;
        pages.push((order, file, page));
    }
    pages.sort_by_key(|(order, ..)| *order);
    Ok(pages.into_iter().map(|(_, file, page)| (file, page)).collect())
}

/// Puts the works in place of their short names.
fn cite(table: &mut toml::Table, sources: &BTreeMap<String, Source>) -> Result<(), String> {
    let names = table.remove("sources").ok_or("sources: missing")?;
    let names: Vec<String> = names.try_into().map_err(|error| format!("sources: {error}"))?;
    let mut found = Vec::new();
    for name in names {
        let source =
            sources.get(&name).ok_or_else(|| format!("sources: {name} is not in sources.toml"))?;
        found.push(toml::Value::try_from(source).map_err(|error| error.to_string())?);
    }
    table.insert("sources".into(), toml::Value::Array(found));
    Ok(())
}

/// Writes a table as a list of pairs, so that its order stays and the app needs no map for it.
fn as_pairs(table: &mut toml::Table, key: &str) {
    if let Some(toml::Value::Table(pairs)) = table.remove(key) {
        let pair =
            |(key, value): (String, toml::Value)| toml::Value::Array(vec![key.into(), value]);
        table.insert(key.into(), toml::Value::Array(pairs.into_iter().map(pair).collect()));
    }
}

/// The worksheets in order, with their sources looked up.
fn sheets(
    folder: &Path,
    sources: &BTreeMap<String, Source>,
) -> Result<Vec<(String, Sheet)>, Vec<String>> {
    let mut sheets: Vec<(String, Sheet)> = Vec::new();
    for (file, mut table) in read_folder::<toml::Table>(folder)? {
        let fail = |reason: &str| vec![format!("{file}: {reason}")];
        cite(&mut table, sources).map_err(|reason| fail(&reason))?;
        as_pairs(&mut table, "from_entry");
        for then in table.get_mut("then").and_then(toml::Value::as_array_mut).into_iter().flatten()
        {
            if let Some(then) = then.as_table_mut() {
                as_pairs(then, "copy");
            }
        }
        let sheet = table.try_into().map_err(|error| fail(&error.to_string()))?;
        sheets.push((file, sheet));
    }
    sheets.sort_by_key(|(_, sheet)| sheet.order);
    Ok(sheets)
}

/// The measures in order, with their sources looked up and their examples beside them.
fn measures(
    folder: &Path,
    sources: &BTreeMap<String, Source>,
) -> Result<Vec<Written>, Vec<String>> {
    let mut measures: Vec<Written> = Vec::new();
    for (file, mut table) in read_folder::<toml::Table>(folder)? {
        let fail = |reason: &str| vec![format!("{file}: {reason}")];
        cite(&mut table, sources).map_err(|reason| fail(&reason))?;
        let examples = table.remove("examples").ok_or_else(|| fail("examples: missing"))?;
        let examples = examples.try_into().map_err(|error| fail(&format!("examples: {error}")))?;
        let measure = table.try_into().map_err(|error| fail(&error.to_string()))?;
        measures.push((file, measure, examples));
    }
    measures.sort_by_key(|(_, measure, _)| measure.order);
    Ok(measures)
}

/// The groups of worksheets, with their sources looked up.
fn groups(file: &Path, sources: &BTreeMap<String, Source>) -> Result<Vec<SheetGroup>, Vec<String>> {
    let fail = |reason: &str| vec![format!("sheet-groups.toml: {reason}")];
    let mut groups = Vec::new();
    for mut table in read::<GroupFile>(file)?.group {
        if table.contains_key("sources") {
            cite(&mut table, sources).map_err(|reason| fail(&reason))?;
        }
        groups.push(table.try_into().map_err(|error| fail(&error.to_string()))?);
    }
    Ok(groups)
}

/// Reads one TOML file.
fn read<T: DeserializeOwned>(file: &Path) -> Result<T, Vec<String>> {
    let fail = |reason: String| vec![format!("{}: {reason}", file.display())];
    let text = fs::read_to_string(file).map_err(|error| fail(error.to_string()))?;
    toml::from_str(&text).map_err(|error| fail(error.to_string()))
}

/// Reads every TOML file of a folder in order of name; each comes with its folder's and its own name.
fn read_folder<T: DeserializeOwned>(folder: &Path) -> Result<Vec<(String, T)>, Vec<String>> {
    let fail = |error: std::io::Error| vec![format!("{}: {error}", folder.display())];
    let mut files = Vec::<PathBuf>::new();
    for entry in fs::read_dir(folder).map_err(fail)? {
        files.push(entry.map_err(fail)?.path());
    }
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let name = |path: &Path| {
        path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    };
    files.iter().map(|file| Ok((format!("{}/{}", name(folder), name(file)), read(file)?))).collect()
}

/// Packs a part of the guide: values without names, in the order in which the types list them.
fn packed<T: Serialize>(value: &T) -> Result<Vec<u8>, Vec<String>> {
    postcard::to_allocvec(value).map_err(|error| vec![error.to_string()])
}

fn json<T: Serialize>(value: &T) -> Result<String, Vec<String>> {
    serde_json::to_string(value).map_err(|error| vec![error.to_string()])
}
