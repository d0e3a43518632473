//! A reader of the part of JSON Schema that the schema of our files uses.

use serde_json::{Map, Value};

/// What is wrong with a value, by the part of JSON Schema 2020-12 that our schema uses.
///
/// Members that the schema does not name are mistakes here, although the schema allows them:
/// the app itself writes none. Patterns are checked by reading the file with the real types.
pub(super) fn mistakes(schema: &Value, value: &Value, root: &Value) -> Vec<String> {
    schema
        .as_object()
        .expect("a schema")
        .iter()
        .flat_map(|(keyword, expected)| mistakes_of(keyword, expected, schema, value, root))
        .collect()
}

fn mistakes_of(
    keyword: &str,
    expected: &Value,
    schema: &Value,
    value: &Value,
    root: &Value,
) -> Vec<String> {
    let no_members = Map::new();
    let members = value.as_object().unwrap_or(&no_members);
    let items = value.as_array().map_or(&[][..], Vec::as_slice);
    let limit = || expected.as_i64().expect("a limit");
    let at_most = |n: usize| i64::try_from(n).is_ok_and(|n| n <= limit());
    let holds = match keyword {
        "$schema" | "$defs" | "title" | "description" | "pattern" => true,
        "$ref" => {
            let path = expected.as_str().and_then(|it| it.strip_prefix('#')).expect("a path");
            return mistakes(root.pointer(path).expect("a definition"), value, root);
        }
        "oneOf" => {
            let fit = |one: &&Value| mistakes(one, value, root).is_empty();
            expected.as_array().expect("a list").iter().filter(fit).count() == 1
        }
        "anyOf" => {
            let mut any = expected.as_array().expect("a list").iter();
            any.any(|one| mistakes(one, value, root).is_empty())
        }
        "const" => expected == value,
        "enum" => expected.as_array().expect("a list").contains(value),
        "type" => match expected.as_str().expect("a name") {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "integer" => value.is_i64(),
            "boolean" => value.is_boolean(),
            other => panic!("type {other}"),
        },
        "minimum" => value.as_i64().is_some_and(|it| it >= limit()),
        "maximum" => value.as_i64().is_some_and(|it| it <= limit()),
        "maxLength" => value.as_str().is_some_and(|it| at_most(it.chars().count())),
        "maxItems" => at_most(items.len()),
        "minProperties" => i64::try_from(members.len()).is_ok_and(|n| n >= limit()),
        "maxProperties" => at_most(members.len()),
        "required" => expected
            .as_array()
            .expect("a list")
            .iter()
            .all(|name| members.contains_key(name.as_str().expect("a name"))),
        "items" => return items.iter().flat_map(|it| mistakes(expected, it, root)).collect(),
        "properties" => {
            let of_member = |(name, value): (&String, &Value)| match expected.get(name) {
                Some(schema) => mistakes(schema, value, root)
                    .into_iter()
                    .map(|it| format!("{name}: {it}"))
                    .collect(),
                None => vec![format!("{name} is not in the schema")],
            };
            return members.iter().flat_map(of_member).collect();
        }
        "additionalProperties" => {
            return members.values().flat_map(|it| mistakes(expected, it, root)).collect();
        }
        other => panic!("the schema uses {other}, which this test does not know"),
    };
    if holds { Vec::new() } else { vec![format!("{value} against {keyword} of {schema}")] }
}
