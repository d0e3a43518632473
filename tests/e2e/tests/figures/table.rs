//! The table: a line per figure, a column per diary, and what each should be.

use crate::measure::Figures;

/// A figure in words, its budget, and its value for each diary.
pub(crate) struct Row {
    what: &'static str,
    budget: &'static str,
    values: Vec<String>,
}

impl Row {
    /// Every figure of the budget table.
    pub(crate) fn all(columns: &[Figures]) -> Vec<Self> {
        let row = |what, budget, value: &dyn Fn(&Figures) -> String| Self {
            what,
            budget,
            values: columns.iter().map(value).collect(),
        };
        let empty = columns.first().map_or(0.0, |figures| figures.open);
        vec![
            row("open, until it can be used", "", &|it| ms(it.open)),
            row("… more than with nothing in it", "+ 150 ms, goal + 60 ms", &|it| {
                format!("{:+.0} ms", it.open - empty)
            }),
            row("open at Patterns, with everything in memory", "", &|it| ms(it.open_patterns)),
            row("key press in the search, middle / slowest", "50 ms, goal 16 ms", &|it| {
                pair(it.key)
            }),
            row("… right after the start", "", &|it| pair(it.early_key)),
            row("save of one entry with its view, middle / slowest", "8 ms, goal 4 ms", &|it| {
                pair(it.save)
            }),
            row("Patterns, 90 days / everything", "200 ms, goal 80 ms", &|it| pair(it.patterns)),
            row(
                "… another filter over everything, middle / slowest",
                "200 ms, goal 80 ms",
                &|it| pair(it.filter),
            ),
            row("most rows in the document, and where", "300, goal 150", &|it| {
                format!("{} ({})", it.rows.0, it.rows.1)
            }),
            row("cold start to a saved check-in", "10 s, three taps", &|it| {
                format!("{} tap, {:.1} s", it.check_in.0, it.check_in.1)
            }),
        ]
    }
}

fn ms(value: f64) -> String {
    format!("{value:.0} ms")
}

/// Two times; a dash where there was nothing to measure.
fn pair(values: (f64, f64)) -> String {
    if values == (0.0, 0.0) {
        return "–".to_owned();
    }
    format!("{:.1} / {:.1} ms", values.0, values.1)
}

/// Prints the table in Markdown; `cargo xtask bench` keeps the lines that begin with a bar.
#[expect(clippy::print_stdout, reason = "the table is what this program makes")]
pub(crate) fn print(sizes: &[usize], rows: &[Row]) {
    let heads: Vec<String> = sizes.iter().map(|n| format!("{n} entries")).collect();
    println!("| what | budget | {} |", heads.join(" | "));
    println!("| --- | --- | {} |", vec!["---"; sizes.len()].join(" | "));
    for Row { what, budget, values } in rows {
        println!("| {what} | {budget} | {} |", values.join(" | "));
    }
}
