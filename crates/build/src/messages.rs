//! Turns the Fluent files of the interface into one Fluent resource and one typed function per message.
//!
//! It refuses what Fluent itself would only notice at run time: a key used twice, a reference to nothing,
//! a plural form that English never asks for, a comment that speaks of a variable the message does not take.
//! It writes no file; `build.rs` does.

use std::{collections::BTreeMap, fmt::Write as _, fs, io, path::Path};

use fluent_syntax::{
    ast::{
        CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement,
        Resource, VariantKey,
    },
    parser, serializer,
};

use crate::wording;

/// The two files that the app embeds.
pub(crate) struct Compiled {
    /// All messages without comments, in Fluent syntax.
    pub(crate) fluent: String,
    /// A Rust module body: one function per message.
    pub(crate) rust: String,
}

/// How a variable reaches Rust.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `impl Into<String>`: a name, a date, anything already formatted.
    Text,
    /// `i64`: a count that chooses between plural forms.
    Count,
    /// `f64`: a number that Fluent formats itself.
    Number,
}

/// One message, as much of it as the rest of the compiler needs.
struct Entered {
    file: String,
    variables: Vec<(String, Kind)>,
    english: String,
}

/// Reads, checks and compiles every `.ftl` file of the folder.
///
/// # Errors
/// Every mistake found, each naming its file and key.
pub(crate) fn compile(folder: &Path, wording: &wording::Rules) -> Result<Compiled, Vec<String>> {
    let mut problems = Vec::new();
    let mut known = BTreeMap::new();
    let mut fluent = String::new();
    let files =
        read_folder(folder).map_err(|error| vec![format!("{}: {error}", folder.display())])?;

    let mut parsed = Vec::new();
    for (file, text) in &files {
        match parser::parse(text.as_str()) {
            Ok(resource) => parsed.push((file.as_str(), resource)),
            Err((resource, errors)) => {
                for error in errors {
                    let line = text
                        .get(..error.pos.start)
                        .map_or(1, |before| before.lines().count().max(1));
                    problems.push(format!("{file}:{line}: {error}"));
                }
                parsed.push((file.as_str(), resource));
            }
        }
    }

    let terms = term_names(&parsed);
    for (file, resource) in &parsed {
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    let key = message.id.name;
                    let entered = enter(file, message, &terms, &mut problems);
                    problems.extend(wording.check(&format!("{file}: {key}"), &entered.english));
                    if let Some(first) = known.insert(key.to_owned(), entered) {
                        problems.push(format!(
                            "{file}: {key}: the key is already used in {}",
                            first.file
                        ));
                    }
                }
                Entry::Term(_)
                | Entry::Comment(_)
                | Entry::GroupComment(_)
                | Entry::ResourceComment(_) => {}
                Entry::Junk { content } => {
                    problems.push(format!(
                        "{file}: cannot be read as Fluent: {}",
                        content.lines().next().unwrap_or("")
                    ));
                }
            }
        }
    }
    for (_, resource) in parsed {
        fluent.push_str(&serializer::serialize(&without_comments(resource)));
    }

    if problems.is_empty() { Ok(Compiled { fluent, rust: rust(&known) }) } else { Err(problems) }
}

/// The `.ftl` files of a folder with their names, in order of name.
fn read_folder(folder: &Path) -> io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            files.push((path.display().to_string(), fs::read_to_string(&path)?));
        }
    }
    files.sort();
    Ok(files)
}

fn term_names<'a>(parsed: &[(&str, Resource<&'a str>)]) -> Vec<&'a str> {
    parsed
        .iter()
        .flat_map(|(_, resource)| &resource.body)
        .filter_map(|entry| match entry {
            Entry::Term(term) => Some(term.id.name),
            _ => None,
        })
        .collect()
}

fn without_comments(resource: Resource<&str>) -> Resource<&str> {
    let body = resource
        .body
        .into_iter()
        .filter_map(|entry| match entry {
            Entry::Message(message) => Some(Entry::Message(Message { comment: None, ..message })),
            Entry::Term(mut term) => {
                term.comment = None;
                Some(Entry::Term(term))
            }
            _ => None,
        })
        .collect();
    Resource { body }
}

/// Checks one message and lists its variables in order of appearance.
fn enter(
    file: &str,
    message: &Message<&str>,
    terms: &[&str],
    problems: &mut Vec<String>,
) -> Entered {
    let key = message.id.name;
    let mut walk =
        Walk { variables: Vec::new(), english: String::new(), complaints: Vec::new(), terms };
    match &message.value {
        Some(pattern) => walk.pattern(pattern),
        None => walk.complaints.push("has no text".into()),
    }
    if !message.attributes.is_empty() {
        walk.complaints.push("has attributes; give each text a key of its own".into());
    }
    if !key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
        walk.complaints.push("write keys in small letters, digits and hyphens".into());
    }
    for line in message.comment.iter().flat_map(|comment| &comment.content) {
        for word in line.split(|c: char| !(c.is_ascii_alphanumeric() || "$_-".contains(c))) {
            if let Some(name) = word.strip_prefix('$')
                && !walk.variables.iter().any(|(variable, _)| variable == name)
            {
                walk.complaints
                    .push(format!("its comment names ${name}, which the text does not use"));
            }
        }
    }
    problems
        .extend(walk.complaints.into_iter().map(|complaint| format!("{file}: {key}: {complaint}")));
    Entered { file: file.to_owned(), variables: walk.variables, english: walk.english }
}

/// The state of a walk through one pattern.
struct Walk<'a> {
    variables: Vec<(String, Kind)>,
    english: String,
    complaints: Vec<String>,
    terms: &'a [&'a str],
}

impl Walk<'_> {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.english.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, Kind::Text),
            Expression::Select { selector, variants } => {
                let counts = variants.iter().any(|variant| match variant.key {
                    VariantKey::NumberLiteral { .. } => true,
                    VariantKey::Identifier { name } => name == "one",
                });
                for variant in variants {
                    if let VariantKey::Identifier { name } = variant.key
                        && (["zero", "two", "few", "many"].contains(&name)
                            || counts && !["one", "other"].contains(&name))
                    {
                        self.complaints.push(format!("English never chooses the form [{name}]"));
                    }
                }
                let length = self.english.len();
                self.inline(selector, if counts { Kind::Count } else { Kind::Text });
                self.english.truncate(length);
                for (index, variant) in variants.iter().enumerate() {
                    self.english.push_str(if index == 0 { "" } else { " | " });
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, kind: Kind) {
        match inline {
            InlineExpression::StringLiteral { value }
            | InlineExpression::NumberLiteral { value } => {
                self.english.push_str(value);
            }
            InlineExpression::VariableReference { id } => {
                self.variable(id.name, kind);
                let _ = write!(self.english, "{{{}}}", id.name);
            }
            InlineExpression::FunctionReference { id, arguments } => {
                if id.name != "NUMBER" {
                    self.complaints.push(format!("the function {} is not known", id.name));
                }
                self.arguments(arguments, if kind == Kind::Count { kind } else { Kind::Number });
            }
            InlineExpression::TermReference { id, .. } => {
                if !self.terms.contains(&id.name) {
                    self.complaints.push(format!("-{} is not defined", id.name));
                }
                let _ = write!(self.english, "-{}", id.name);
            }
            InlineExpression::MessageReference { id, .. } => {
                // A message inside a message would hide its variables from the function's signature.
                self.complaints
                    .push(format!("make {} a term (-{0}) to use it inside another text", id.name));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&str>, kind: Kind) {
        arguments.positional.iter().for_each(|argument| self.inline(argument, kind));
    }

    /// Notes a variable; a count or number anywhere makes it one everywhere.
    fn variable(&mut self, name: &str, kind: Kind) {
        match self.variables.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) if *known == Kind::Text => *known = kind,
            Some(_) => {}
            None => self.variables.push((name.to_owned(), kind)),
        }
    }
}

/// The functions, with the English text as their documentation.
fn rust(messages: &BTreeMap<String, Entered>) -> String {
    let mut code = String::from("// Generated from content/en/ui by build.rs.\n");
    for (key, message) in messages {
        let name = identifier(key);
        for line in message.english.lines() {
            let _ = writeln!(code, "/// {}", line.trim().replace(['[', ']', '<', '>', '`'], "'"));
        }
        let parameters = message
            .variables
            .iter()
            .map(|(variable, kind)| {
                let kind = match kind {
                    Kind::Text => "impl Into<String>",
                    Kind::Count => "i64",
                    Kind::Number => "f64",
                };
                format!("{}: {kind}", identifier(variable))
            })
            .collect::<Vec<_>>()
            .join(", ");
        let _ = writeln!(code, "pub(crate) fn {name}({parameters}) -> Msg {{");
        let _ = write!(code, "    Msg::new({key:?})");
        for (variable, kind) in &message.variables {
            let method = match kind {
                Kind::Text => "text",
                Kind::Count => "count",
                Kind::Number => "number",
            };
            let _ = write!(code, ".{method}({variable:?}, {})", identifier(variable));
        }
        code.push_str("\n}\n\n");
    }
    code
}

/// A Fluent name as a Rust one.
fn identifier(name: &str) -> String {
    let name = name.replace('-', "_");
    if ["as", "do", "for", "if", "in", "move", "type", "where", "yield"].contains(&name.as_str()) {
        name + "_"
    } else {
        name
    }
}
