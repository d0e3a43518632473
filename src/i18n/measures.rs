//! The words for what the core says of a measure: an exhaustive match for each, so that nothing is left
//! without words.

use satkarya_core::content::Measure;
use satkarya_core::measure::{Change, Door, Filled, Line, MIN_FOR_LINE, Often, SafetyAnswer};

use super::{Msg, content_text, msg, t};

/// The name of the questionnaires together.
pub fn title() -> Msg {
    msg::measures_title()
}

/// What they are, on their page.
pub fn lead() -> Msg {
    msg::measures_lead()
}

/// The name of a measure that was filled in, or what stands where the guide does not know it.
pub fn name(it: &Filled) -> String {
    it.asked().map_or_else(|| t(msg::common_unknown()), |measure| content_text(&measure.title))
}

/// The switch that lets a measure be asked for.
pub fn ask(measure: &Measure) -> Msg {
    msg::measures_ask(content_text(&measure.title))
}

/// The question how often, and why not more often.
pub fn how_often() -> [Msg; 2] {
    [msg::measures_often(), msg::measures_often_note()]
}

/// How often a measure is asked for.
pub fn often(often: Often) -> Msg {
    match often {
        Often::Period => msg::measures_often_period(),
        Often::Session => msg::measures_often_session(),
    }
}

/// What stands in place of the line while there are `n` totals, too few for one.
pub fn not_enough(n: usize) -> Msg {
    msg::measures_not_enough(n.to_string(), MIN_FOR_LINE.to_string())
}

/// What one is called that was ended with answers left out.
pub fn unfinished() -> Msg {
    msg::measures_unfinished()
}

/// The button that starts comparing anew, and what it does.
pub fn anew() -> [Msg; 2] {
    [msg::measures_anew(), msg::measures_anew_note()]
}

/// A line of what is said of one that was filled in.
pub fn line(line: Line<'_>) -> Msg {
    match line {
        Line::Unfinished { n } => {
            msg::measures_unfinished_note(i64::try_from(n).unwrap_or(i64::MAX))
        }
        Line::SafetyMatters => msg::measures_safety_matters(),
        Line::Total { total, most } => msg::measures_total(total.to_string(), most.to_string()),
        Line::Band { word } => msg::measures_band(content_text(word)),
        Line::Change(change) => self::change(change),
        Line::Harder => msg::measures_harder(),
        Line::Half => msg::measures_half(),
        Line::Below { below } => msg::measures_below(below.to_string()),
        Line::Overlap { days } => msg::measures_overlap(days),
        Line::NoDiagnosis => msg::measures_no_diagnosis(),
    }
}

/// How a total differs from where somebody started.
pub fn change(change: Change) -> Msg {
    match change {
        Change::Lower { k } => msg::measures_lower(k.to_string()),
        Change::Higher { k } => msg::measures_higher(k.to_string()),
        Change::Same { signed } => {
            let sign = match signed {
                ..0 => "−",
                0 => "",
                1.. => "+",
            };
            msg::measures_same(format!("{sign}{}", signed.unsigned_abs()))
        }
    }
}

/// The link to what can be told to a doctor or therapist.
pub fn gp() -> Msg {
    msg::measures_gp()
}

/// What the support panel says; nothing where it does not open.
pub fn panel(answer: SafetyAnswer) -> Vec<Msg> {
    let said = answer.opens_support().then(msg::measures_support_said);
    said.into_iter().chain(answer.asks_to_tell().then(msg::measures_support_tell)).collect()
}

/// A button of the support panel.
pub fn door(door: Door) -> Msg {
    match door {
        Door::Danger => msg::measures_door_danger(),
        Door::Talk => msg::measures_door_talk(),
        Door::People => msg::measures_door_people(),
        Door::Plan => msg::measures_door_plan(),
        Door::OkForNow => msg::measures_door_ok(),
    }
}

/// What the numbers of a measure mean, sentence by sentence.
pub fn info(measure: &Measure) -> Vec<Msg> {
    let mut info = vec![
        msg::measures_info_talk(),
        msg::measures_info_over(),
        msg::measures_info_wobble(measure.reliable.to_string()),
        msg::measures_info_words(),
    ];
    info.extend(measure.case_from.is_some().then(msg::measures_info_recovery));
    let has_safety = measure.items.iter().any(|it| it.safety);
    info.extend(has_safety.then(msg::measures_info_not_at_all));
    info
}

#[cfg(test)]
mod tests {
    use super::*;
    use satkarya_core::content;
    use satkarya_core::id::Id;
    use satkarya_core::journal::Journal;
    use satkarya_core::measure::{lines, safety_answer};
    use satkarya_core::record::{Body, Record};
    use satkarya_core::stamp::StampClock;

    /// A journal with these, one a month, and what is said of the last.
    fn said(measure: &'static Measure, all: &[&[u8]]) -> (Vec<String>, Option<SafetyAnswer>) {
        let (mut journal, mut clock) = (Journal::new(), StampClock::new(1));
        let mut last = None;
        for (n, values) in (1..).zip(all) {
            let day = format!("2026-{n:02}-05").parse().expect("a day");
            let mut filled = Filled { ended: true, ..Filled::new(measure.id.clone(), day) };
            for (item, value) in measure.items.iter().zip(*values) {
                filled.answers.set(&item.id, Some(*value));
            }
            let id = Id::from_bytes([n; 16]);
            last = Some((id, safety_answer(measure, &filled)));
            journal.load(Record::new(id, clock.tick(u64::from(n)), Body::Filled(filled)));
        }
        let (id, safety) = last.expect("one at least");
        let said = lines(&journal, measure, id).into_iter().map(|it| t(line(it)));
        (said.collect(), safety)
    }

    /// Answers to nine items that add up to a total, none of them about hurting oneself.
    fn adding_up(total: u8) -> Vec<u8> {
        (0..9_u8).map(|n| total.saturating_sub(3 * n).min(if n == 8 { 0 } else { 3 })).collect()
    }

    #[test]
    fn a_result_is_worded_as_the_scenarios_say() {
        let nine = content::measure("nine").expect("the first");
        let (result, safety) = said(nine, &[&[2, 2, 2, 2, 1, 1, 1, 1, 0]]);
        assert_eq!(
            result,
            [
                "12 out of 27",
                "described by the authors as ‘moderate’",
                "This questionnaire can’t diagnose anything. A doctor or therapist looks at much more.",
            ]
        );
        assert!(!result.concat().to_lowercase().contains("you have"));
        assert!(panel(safety.expect("it was answered")).is_empty());

        let (result, safety) = said(nine, &[&[0, 0, 0, 0, 0, 0, 0, 0, 1]]);
        assert_eq!(
            result[..3],
            [
                "Your answer about hurting yourself matters whatever the total.",
                "1 out of 27",
                "described by the authors as ‘minimal’",
            ]
        );
        let texts = |it: Vec<Msg>| it.into_iter().map(t).collect::<Vec<_>>();
        let opened = texts(panel(safety.expect("it was answered")));
        assert_eq!(
            opened,
            [
                "You said you’ve had thoughts of being better off dead or of hurting yourself. Many people with low mood have them, and they can pass. You deserve support with this today."
            ]
        );
        let doors: Vec<String> = Door::ALL.iter().map(|it| t(door(*it))).collect();
        assert_eq!(
            doors,
            [
                "I’m in danger now",
                "Talk to someone now",
                "My people",
                "My staying-safe plan",
                "I’m OK for now"
            ]
        );
        let (_, safety) = said(nine, &[&[0, 0, 0, 0, 0, 0, 0, 0, 2]]);
        let opened = texts(panel(safety.expect("it was answered")));
        assert_eq!(
            opened.get(1).map(String::as_str),
            Some("Please tell a doctor, therapist or someone you trust today.")
        );
    }

    #[test]
    fn a_change_is_worded_as_the_scenarios_say() {
        let [nine, seven] = ["nine", "seven"].map(|it| content::measure(it).expect(it));
        let after = |totals: &[u8]| {
            let all: Vec<Vec<u8>> = totals.iter().map(|it| adding_up(*it)).collect();
            let all: Vec<&[u8]> = all.iter().map(|it| &**it).collect();
            said(nine, &all).0
        };
        let [lower, half] = ["lower by 9", "half or less of where you started: yes"];
        let wobble = |it: &str| format!("{it}: more than questionnaire wobble");
        let result = after(&[17, 11]);
        assert_eq!(result[2], wobble("lower by 6"));
        assert!(!result.iter().any(|it| it.contains("half") || it.contains("remission")));
        let result = after(&[17, 11, 8]);
        assert_eq!(result[2..4], [wobble(lower), half.to_owned()]);
        assert!(!result.iter().any(|it| it.contains("remission")));
        let result = after(&[17, 11, 8, 4]);
        assert_eq!(result[4], "below 5, which studies call remission: yes");
        let result = after(&[12, 8]);
        assert_eq!(result[2], "about the same (−4); small differences can happen by chance");
        assert!(!result.concat().contains("recover"));
        assert!(after(&[8, 11])[2].starts_with("about the same (+3);"));
        assert!(after(&[8, 8])[2].starts_with("about the same (0);"));
        let result = after(&[9, 15]);
        assert_eq!(
            result[2..4],
            [
                wobble("higher by 6"),
                "Things look harder than before. That happens. Please tell someone who can help: your therapist, GP or one of these lines.".to_owned()
            ]
        );
        assert_eq!(t(gp()), "What to tell my GP or therapist");
        let anxious = said(seven, &[&[2, 2, 2, 2, 1, 1, 1], &[1; 7]]).0;
        assert_eq!(anxious[2], wobble("lower by 4"));
    }

    #[test]
    fn recovery_is_named_only_in_the_explanation() {
        let nine = content::measure("nine").expect("the first");
        let told: Vec<String> = info(nine).into_iter().map(t).collect();
        assert!(told.contains(&"NHS services call it recovery when both PHQ-9 < 10 and GAD-7 < 8 after starting above at least one of those lines.".to_owned()));
        assert!(told[0] == "A high total is a reason to talk to someone, not an answer.");
        assert_eq!(told.iter().filter(|it| it.contains("recover")).count(), 1);
        assert_eq!(t(not_enough(1)), "Not enough yet: 1 of 2");
    }
}
