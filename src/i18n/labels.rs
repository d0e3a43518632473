//! The words for each choice of the core: an exhaustive match, so that a new choice cannot be left without words.

use satkarya_core::{
    along::Statement,
    circle::Asking,
    course::{Attendance, Milestone, Mode, Pace, Phase, Standing},
    diary::{Alcohol, Area, Did, EventKind, Got, Need},
    life::{EventSort, Impact, LowSpell},
    people::{
        CanTell, Contact, Disagree, Gives, KnowsLow, Likeness, Relation, Ring, Safe, Shift, Status,
        Way,
    },
    rating::{Level, Mood, Strength},
    time::SeasonName,
};

use super::{Msg, msg, t};

/// The name of a kind of event, to stand inside a sentence or on a chip.
pub(crate) fn kind(kind: EventKind) -> Msg {
    match kind {
        EventKind::Conversation => msg::kind_conversation(),
        EventKind::Argument => msg::kind_argument(),
        EventKind::Silence => msg::kind_silence(),
        EventKind::Message => msg::kind_message(),
        EventKind::TimeTogether => msg::kind_time_together(),
        EventKind::NoContact => msg::kind_no_contact(),
        EventKind::News => msg::kind_news(),
        EventKind::Reminder => msg::kind_reminder(),
        EventKind::GoodMoment => msg::kind_good_moment(),
        EventKind::Alone => msg::kind_alone(),
        EventKind::Other => msg::kind_other(),
    }
}

/// What to say of a new name that is like this one.
pub(crate) fn likeness(likeness: Likeness, name: &str) -> Msg {
    match likeness {
        Likeness::Same => msg::person_name_taken(name),
        Likeness::Alike => msg::person_name_alike(name),
    }
}

/// What came, against what was hoped for.
pub(crate) fn got(got: Got) -> Msg {
    match got {
        Got::Better => msg::got_better(),
        Got::AsExpected => msg::got_as_expected(),
        Got::Less => msg::got_less(),
        Got::Opposite => msg::got_opposite(),
        Got::Unsure => msg::got_unsure(),
    }
}

/// What the person did.
pub(crate) fn did(did: Did) -> Msg {
    match did {
        Did::SaidClearly => msg::did_said_clearly(),
        Did::Hinted => msg::did_hinted(),
        Did::StayedQuiet => msg::did_stayed_quiet(),
        Did::Snapped => msg::did_snapped(),
        Did::Apologised => msg::did_apologised(),
        Did::Asked => msg::did_asked(),
        Did::Listened => msg::did_listened(),
        Did::SaidNo => msg::did_said_no(),
        Did::Left => msg::did_left(),
        Did::Other => msg::did_other(),
    }
}

/// What the person needed.
pub(crate) fn need(need: Need) -> Msg {
    match need {
        Need::BeHeard => msg::need_be_heard(),
        Need::Help => msg::need_help(),
        Need::Closeness => msg::need_closeness(),
        Need::Space => msg::need_space(),
        Need::Respect => msg::need_respect(),
        Need::Fairness => msg::need_fairness(),
        Need::MakeUp => msg::need_make_up(),
        Need::Unsure => msg::need_unsure(),
    }
}

/// The everyday name of an area.
pub(crate) fn area(area: Area) -> Msg {
    match area {
        Area::Grief => msg::area_grief(),
        Area::Dispute => msg::area_dispute(),
        Area::Change => msg::area_change(),
        Area::Connection => msg::area_connection(),
    }
}

/// The name that therapists use for an area; shown once beside the everyday one.
pub(crate) fn clinical_area(area: Area) -> Msg {
    match area {
        Area::Grief => msg::area_grief_clinical(),
        Area::Dispute => msg::area_dispute_clinical(),
        Area::Change => msg::area_change_clinical(),
        Area::Connection => msg::area_connection_clinical(),
    }
}

/// Who somebody is.
pub(crate) fn relation(relation: Relation) -> Msg {
    match relation {
        Relation::Partner => msg::relation_partner(),
        Relation::ExPartner => msg::relation_ex_partner(),
        Relation::Parent => msg::relation_parent(),
        Relation::Child => msg::relation_child(),
        Relation::Sibling => msg::relation_sibling(),
        Relation::Family => msg::relation_family(),
        Relation::Friend => msg::relation_friend(),
        Relation::Colleague => msg::relation_colleague(),
        Relation::Manager => msg::relation_manager(),
        Relation::Neighbor => msg::relation_neighbor(),
        Relation::Community => msg::relation_community(),
        Relation::Professional => msg::relation_professional(),
        Relation::OnlineFriend => msg::relation_online_friend(),
        Relation::Pet => msg::relation_pet(),
        Relation::Other => msg::relation_other(),
    }
}

/// Whether somebody is there.
pub(crate) fn status(status: Status) -> Msg {
    match status {
        Status::Present => msg::status_present(),
        Status::OutOfTouch => msg::status_out_of_touch(),
        Status::Died => msg::status_died(),
    }
}

/// Where somebody is with IPT.
pub(crate) fn mode(mode: Mode) -> Msg {
    match mode {
        Mode::InIpt => msg::mode_in_ipt(),
        Mode::Waiting => msg::mode_waiting(),
        Mode::SelfGuided => msg::mode_self_guided(),
        Mode::KeepingWell => msg::mode_keeping_well(),
    }
}

/// How often somebody looks back.
pub(crate) fn pace(pace: Pace) -> Msg {
    match pace {
        Pace::Weekly => msg::pace_weekly(),
        Pace::TwoWeeks => msg::pace_two_weeks(),
        Pace::Monthly => msg::pace_monthly(),
        Pace::ThreeMonths => msg::pace_three_months(),
    }
}

/// What became of a session.
pub(crate) fn attendance(state: Attendance) -> Msg {
    match state {
        Attendance::Planned => msg::attendance_planned(),
        Attendance::Attended => msg::attendance_attended(),
        Attendance::Missed => msg::attendance_missed(),
    }
}

/// A phase of a course with a plan; what lies before and after it has the name of the nearest one.
pub(crate) fn phase(phase: Phase) -> Msg {
    match phase {
        Phase::Before | Phase::Beginning => msg::phase_beginning(),
        Phase::Middle => msg::phase_middle(),
        Phase::Ending | Phase::After => msg::phase_ending(),
    }
}

/// Where somebody stands in their course, in one sentence.
pub(crate) fn position(standing: &Standing) -> Msg {
    let total = standing.plan.map(|plan| plan.total().to_string()).unwrap_or_default();
    let n = standing.n.to_string();
    match standing.phase {
        Phase::Before => msg::plan_at_waiting(),
        Phase::Beginning => msg::plan_at_beginning(n, total),
        Phase::Middle => msg::plan_at_middle(n, total),
        Phase::Ending => msg::plan_at_ending(n, total),
        Phase::After if standing.plan.is_some() => msg::plan_at_done(total),
        Phase::After => msg::plan_at_keeping_well(t(pace(standing.course.pace()))),
    }
}

/// What is said once on the way: a few words, and a sentence or two.
pub(crate) fn milestone(milestone: Milestone) -> (Msg, Msg) {
    match milestone {
        Milestone::Halfway => (msg::milestone_halfway(), msg::milestone_halfway_body()),
        Milestone::EndingNext => (msg::milestone_ending(), msg::milestone_ending_body()),
        Milestone::Done => (msg::milestone_done(), msg::milestone_done_body()),
    }
}

/// How near somebody stands.
pub(crate) fn ring(ring: Ring) -> Msg {
    match ring {
        Ring::VeryClose => msg::ring_very_close(),
        Ring::Close => msg::ring_close(),
        Ring::Around => msg::ring_around(),
        Ring::Outside => msg::ring_outside(),
    }
}

/// How often two people are in touch.
pub(crate) fn contact(contact: Contact) -> Msg {
    match contact {
        Contact::Daily => msg::contact_daily(),
        Contact::Weekly => msg::contact_weekly(),
        Contact::Monthly => msg::contact_monthly(),
        Contact::FewTimesAYear => msg::contact_few_times_a_year(),
        Contact::HardlyEver => msg::contact_hardly_ever(),
    }
}

/// How two are in touch.
pub(crate) fn way(way: Way) -> Msg {
    match way {
        Way::InPerson => msg::way_in_person(),
        Way::Phone => msg::way_phone(),
        Way::Messages => msg::way_messages(),
        Way::Video => msg::way_video(),
        Way::Online => msg::way_online(),
    }
}

/// Whether one feels safe.
pub(crate) fn safe(safe: Safe) -> Msg {
    match safe {
        Safe::Yes => msg::safe_yes(),
        Safe::NotAlways => msg::safe_not_always(),
        Safe::No => msg::safe_no(),
        Safe::RatherNot => msg::safe_rather_not(),
    }
}

/// What somebody does when they need help.
pub(crate) fn asking(asking: Asking) -> Msg {
    match asking {
        Asking::Ask => msg::asking_ask(),
        Asking::Hint => msg::asking_hint(),
        Asking::Wait => msg::asking_wait(),
        Asking::Hide => msg::asking_hide(),
    }
}

/// One of the six statements about getting along.
pub(crate) fn statement(statement: Statement) -> Msg {
    match statement {
        Statement::Talk => msg::along_talk(),
        Statement::Needs => msg::along_needs(),
        Statement::Friction => msg::along_friction(),
        Statement::KeepUp => msg::along_keep_up(),
        Statement::Roles => msg::along_roles(),
        Statement::Belong => msg::along_belong(),
    }
}

/// Whether they could be told.
pub(crate) fn can_tell(can_tell: CanTell) -> Msg {
    match can_tell {
        CanTell::Yes => msg::can_tell_yes(),
        CanTell::SomeThings => msg::can_tell_some_things(),
        CanTell::No => msg::can_tell_no(),
    }
}

/// Whether they know.
pub(crate) fn knows_low(knows_low: KnowsLow) -> Msg {
    match knows_low {
        KnowsLow::Yes => msg::knows_low_yes(),
        KnowsLow::ABit => msg::knows_low_a_bit(),
        KnowsLow::No => msg::knows_low_no(),
        KnowsLow::RatherNot => msg::knows_low_rather_not(),
    }
}

/// What somebody gives.
pub(crate) fn gives(gives: Gives) -> Msg {
    match gives {
        Gives::Listening => msg::gives_listening(),
        Gives::PracticalHelp => msg::gives_practical_help(),
        Gives::Advice => msg::gives_advice(),
        Gives::Company => msg::gives_company(),
        Gives::Valued => msg::gives_valued(),
        Gives::Means => msg::gives_means(),
        Gives::Purpose => msg::gives_purpose(),
    }
}

/// What happens when two people disagree.
pub(crate) fn disagree(disagree: Disagree) -> Msg {
    match disagree {
        Disagree::TalkOut => msg::disagree_talk_out(),
        Disagree::BlowsUp => msg::disagree_blows_up(),
        Disagree::GoesQuiet => msg::disagree_goes_quiet(),
        Disagree::Avoid => msg::disagree_avoid(),
        Disagree::DoesNotComeUp => msg::disagree_does_not_come_up(),
    }
}

/// What a relationship has become.
pub(crate) fn shift(shift: Shift) -> Msg {
    match shift {
        Shift::Closer => msg::shift_closer(),
        Shift::Same => msg::shift_same(),
        Shift::Distant => msg::shift_distant(),
        Shift::Tense => msg::shift_tense(),
    }
}

/// What kind of thing happened.
pub(crate) fn sort(sort: EventSort) -> Msg {
    match sort {
        EventSort::Loss => msg::sort_loss(),
        EventSort::Conflict => msg::sort_conflict(),
        EventSort::Change => msg::sort_change(),
        EventSort::Isolation => msg::sort_isolation(),
        EventSort::Health => msg::sort_health(),
        EventSort::Work => msg::sort_work(),
        EventSort::Good => msg::sort_good(),
        EventSort::Other => msg::sort_other(),
    }
}

/// How something felt, with its number.
pub(crate) fn impact(impact: Impact) -> Msg {
    match impact.get() {
        -3 => msg::impact_very_hard(),
        -2 => msg::impact_hard(),
        -1 => msg::impact_a_bit_hard(),
        0 => msg::impact_neither(),
        1 => msg::impact_a_bit_good(),
        2 => msg::impact_good(),
        _ => msg::impact_very_good(),
    }
}

/// What a low spell is called.
pub(crate) fn spell(spell: &LowSpell) -> Msg {
    if spell.earlier { msg::spell_earlier() } else { msg::spell_present() }
}

/// A season, as a word inside a sentence.
pub(crate) fn season(name: SeasonName) -> Msg {
    match name {
        SeasonName::Spring => msg::season_spring(),
        SeasonName::Summer => msg::season_summer(),
        SeasonName::Autumn => msg::season_autumn(),
        SeasonName::Winter => msg::season_winter(),
    }
}

/// How much alcohol.
pub(crate) fn alcohol(alcohol: Alcohol) -> Msg {
    match alcohol {
        Alcohol::None => msg::alcohol_none(),
        Alcohol::Some => msg::alcohol_some(),
        Alcohol::Lots => msg::alcohol_lots(),
    }
}

/// A level as an answer to "how supported, how connected": from "not at all" to "very much".
pub(crate) fn level(level: Level) -> Msg {
    match level.get() {
        0 => msg::level_0(),
        1 => msg::level_1(),
        2 => msg::level_2(),
        3 => msg::level_3(),
        _ => msg::level_4(),
    }
}

/// A level as an answer to "how was your sleep": from "very bad" to "very good".
pub(crate) fn quality(level: Level) -> Msg {
    match level.get() {
        0 => msg::quality_0(),
        1 => msg::quality_1(),
        2 => msg::quality_2(),
        3 => msg::quality_3(),
        _ => msg::quality_4(),
    }
}

/// A level as an amount of energy or appetite: from "none" to "plenty".
pub(crate) fn amount(level: Level) -> Msg {
    match level.get() {
        0 => msg::amount_0(),
        1 => msg::amount_1(),
        2 => msg::amount_2(),
        3 => msg::amount_3(),
        _ => msg::amount_4(),
    }
}

/// How strong a feeling was: from "a touch" to "very strong".
pub(crate) fn strength(strength: Strength) -> Msg {
    match strength.get() {
        1 => msg::strength_1(),
        2 => msg::strength_2(),
        3 => msg::strength_3(),
        4 => msg::strength_4(),
        _ => msg::strength_5(),
    }
}

/// The word that stands beside a mood's number.
pub(crate) fn mood_word(mood: Mood) -> Msg {
    match mood.get() {
        0 => msg::mood_0(),
        1 => msg::mood_1(),
        2 => msg::mood_2(),
        3 => msg::mood_3(),
        4 => msg::mood_4(),
        5 => msg::mood_5(),
        6 => msg::mood_6(),
        7 => msg::mood_7(),
        8 => msg::mood_8(),
        9 => msg::mood_9(),
        _ => msg::mood_10(),
    }
}

/// A mood in full, as in "4 of 10, a bit low".
pub(crate) fn mood(mood: Mood) -> Msg {
    msg::mood_value(mood.get().to_string(), t(mood_word(mood)))
}
