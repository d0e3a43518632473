//! Turns the Fluent files of the interface into one file of texts and one typed function per message.
//!
//! It refuses what Fluent itself would only notice at run time: a key used twice, a reference to nothing,
//! a plural form that English never asks for, a comment that speaks of a variable the message does not take.
//! It also refuses what the app's few lines in place of Fluent's engine do not understand.
//! It writes no file; `build.rs` does.

use std::{collections::BTreeMap, fmt::Write as _, fs, io, path::Path};

use fluent_syntax::{
    ast::{
        Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource, Variant,
        VariantKey,
    },
    parser,
    unicode::unescape_unicode_to_string,
};

use crate::marks::{CHOICE, END, FORM, GAP};
use crate::wording;

/// The two files that the app embeds.
pub(crate) struct Compiled {
    /// The texts of all messages by number, laid out as [`crate::marks`] says.
    pub(crate) texts: String,
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
}

/// One message, as much of it as the rest of the compiler needs.
struct Entered {
    file: String,
    variables: Vec<(String, Kind)>,
    english: String,
    text: String,
}

/// Reads, checks and compiles every `.ftl` file of the folder.
///
/// # Errors
/// Every mistake found, each naming its file and key.
pub(crate) fn compile(folder: &Path, wording: &wording::Rules) -> Result<Compiled, Vec<String>> {
    let mut problems = Vec::new();
    let mut known = BTreeMap::new();
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

    let terms = terms(&parsed);
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
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut texts = String::new();
    for message in known.values() {
        texts.push_str(&message.text);
        texts.push(END);
    }
    Ok(Compiled { texts, rust: rust(&known) })
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

/// What stands for each term.
type Terms<'a> = BTreeMap<&'a str, &'a Pattern<&'a str>>;

fn terms<'a>(parsed: &'a [(&str, Resource<&'a str>)]) -> Terms<'a> {
    parsed
        .iter()
        .flat_map(|(_, resource)| &resource.body)
        .filter_map(|entry| match entry {
            Entry::Term(term) => Some((term.id.name, &term.value)),
            _ => None,
        })
        .collect()
}

/// Checks one message and lists its variables in order of appearance.
fn enter(
    file: &str,
    message: &Message<&str>,
    terms: &Terms<'_>,
    problems: &mut Vec<String>,
) -> Entered {
    let key = message.id.name;
    let mut walk = Walk::new(terms);
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
    let Walk { variables, english, text, .. } = walk;
    Entered { file: file.to_owned(), variables, english, text }
}

/// The state of a walk through one pattern.
struct Walk<'a> {
    variables: Vec<(String, Kind)>,
    /// For people who read the code and for the rules of wording.
    english: String,
    /// For the app.
    text: String,
    complaints: Vec<String>,
    terms: &'a Terms<'a>,
    /// Whether it is inside a form of a choice.
    in_form: bool,
}

impl<'a> Walk<'a> {
    fn new(terms: &'a Terms<'a>) -> Self {
        let (variables, complaints) = (Vec::new(), Vec::new());
        let (english, text) = (String::new(), String::new());
        Self { variables, english, text, complaints, terms, in_form: false }
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.plain(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn plain(&mut self, text: &str) {
        if text.contains(|c: char| c.is_control() && c != '\n') {
            self.complaints.push("holds a control character".into());
        }
        self.english.push_str(text);
        self.text.push_str(text);
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => self.choice(selector, variants),
        }
    }

    fn choice(&mut self, selector: &InlineExpression<&str>, variants: &[Variant<&str>]) {
        let InlineExpression::VariableReference { id } = selector else {
            self.complaints.push("a choice needs a variable to choose by".into());
            return;
        };
        if std::mem::replace(&mut self.in_form, true) {
            self.complaints.push("has a choice within a choice; put one after the other".into());
        }
        let gap = self.variable(id.name, Kind::Count);
        let _ = write!(self.text, "{CHOICE}{gap}");
        // The form that fits where no other does goes last, as the app expects it.
        let (fallback, others): (Vec<_>, Vec<_>) =
            variants.iter().partition(|variant| variant.default);
        for (index, variant) in others.into_iter().chain(fallback).enumerate() {
            let key = match variant.key {
                VariantKey::NumberLiteral { value } => value,
                VariantKey::Identifier { name } => name,
            };
            let is_number = key.bytes().all(|byte| byte.is_ascii_digit());
            if !is_number && !["one", "other"].contains(&key) {
                self.complaints.push(format!("English never chooses the form [{key}]"));
            }
            self.english.push_str(if index == 0 { "" } else { " | " });
            let _ = write!(self.text, "{FORM}{key}{FORM}");
            self.pattern(&variant.value);
        }
        self.text.push(CHOICE);
        self.in_form = false;
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { value } => {
                self.plain(&unescape_unicode_to_string(value));
            }
            InlineExpression::NumberLiteral { value } => self.plain(value),
            InlineExpression::VariableReference { id } => {
                let gap = self.variable(id.name, Kind::Text);
                let _ = write!(self.english, "{{{}}}", id.name);
                let _ = write!(self.text, "{GAP}{gap}{GAP}");
            }
            InlineExpression::FunctionReference { id, .. } => {
                self.complaints.push(format!("the function {} is not known", id.name));
            }
            InlineExpression::TermReference { id, .. } => match self.terms.get(id.name) {
                Some(pattern) => self.term(pattern),
                None => self.complaints.push(format!("-{} is not defined", id.name)),
            },
            InlineExpression::MessageReference { id, .. } => {
                // A message inside a message would hide its variables from the function's signature.
                self.complaints
                    .push(format!("make {} a term (-{0}) to use it inside another text", id.name));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    /// Puts a term's words in its place.
    fn term(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.plain(value),
                PatternElement::Placeable { .. } => {
                    self.complaints.push("a term may hold nothing but words".into());
                }
            }
        }
    }

    /// Notes a variable and returns its number; a count anywhere makes it one everywhere.
    fn variable(&mut self, name: &str, kind: Kind) -> usize {
        let known = self.variables.iter().position(|(known, _)| known == name);
        let at = known.unwrap_or(self.variables.len());
        if known.is_none() {
            self.variables.push((name.to_owned(), kind));
        }
        if let (Kind::Count, Some((_, known))) = (kind, self.variables.get_mut(at)) {
            *known = Kind::Count;
        }
        at
    }
}

/// The functions, with the English text as their documentation, and for the tests a list of keys.
fn rust(messages: &BTreeMap<String, Entered>) -> String {
    let mut code = String::from("// Generated from content/en/ui by build.rs.\n");
    let mut keys = String::new();
    for (number, (key, message)) in messages.iter().enumerate() {
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
                };
                format!("{}: {kind}", identifier(variable))
            })
            .collect::<Vec<_>>()
            .join(", ");
        let _ = writeln!(code, "pub(crate) fn {name}({parameters}) -> Msg {{");
        let _ = write!(code, "    Msg::new({number})");
        for (variable, kind) in &message.variables {
            let method = match kind {
                Kind::Text => "text",
                Kind::Count => "count",
            };
            let _ = write!(code, ".{method}({})", identifier(variable));
        }
        code.push_str("\n}\n\n");
        let variables: Vec<_> = message
            .variables
            .iter()
            .map(|(variable, kind)| (variable, *kind == Kind::Count))
            .collect();
        let _ = writeln!(keys, "    ({key:?}, &{variables:?}),");
    }
    let _ = writeln!(
        code,
        "/// Each key with its variables, and whether they are counts.\n#[cfg(test)]\n\
         pub(super) const KEYS: &[(&str, &[(&str, bool)])] = &[\n{keys}];"
    );
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
