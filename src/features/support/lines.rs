//! The lines of a region: two or three in sight, the others one tap away, and where they come from.

use leptos::prelude::*;
use satkarya_core::content::{Directory, HelpLine, LineGroup, Region, Way};

use super::CopyNumber;
use super::shown::Shown;
use crate::i18n::help::{checked, site, when};
use crate::i18n::{content_text, msg, t};
use crate::ui::button::{Button, Tone};
use crate::ui::disclosure::Disclosure;
use crate::ui::icon::{Icon, IconName};
use crate::ui::out_link::OutLink;

/// Someone to talk to.
#[component]
pub(super) fn Talk(region: &'static Region, on_change: Callback<()>) -> impl IntoView {
    let shown = Shown::of(region, LineGroup::Talk);
    let name = content_text(region.name());
    let has_more = shown.has_more();
    let (more, directories) = (shown.more, shown.directories);
    let nobody_known = shown.first.is_empty();
    view! {
        <section aria-labelledby="support-talk">
            <h2 id="support-talk" tabindex="-1">{t(msg::support_lines_title())}</h2>
            <div class="cluster cluster--between support__where">
                <p class="soft">
                    {t(if nobody_known {
                        msg::support_region_none(name.clone())
                    } else {
                        msg::support_region_now(name.clone())
                    })}
                </p>
                <Button
                    tone=Tone::Quiet
                    label=t(msg::support_region_change_from(name))
                    on_click=on_change
                >
                    {t(msg::support_region_change())}
                </Button>
            </div>
            {nobody_known
                .then(|| {
                    view! {
                        <h3>{t(msg::support_directory_title())}</h3>
                        <p>{t(msg::support_directory_body())}</p>
                        {directory_list(directories.clone())}
                    }
                })}
            {line_list(shown.first)}
            // Below the first numbers, which are in sight without scrolling.
            {(!nobody_known).then(|| view! { <p>{t(msg::support_nobody_reads())}</p> })}
            {has_more
                .then(|| {
                    view! {
                        <Disclosure summary=t(msg::support_lines_more())>
                            {line_list(more)} {directory_list(directories)}
                        </Disclosure>
                    }
                })}
            <p class="soft small">{t(msg::support_checked(checked(region)))}</p>
        </section>
    }
}

/// A group that is folded away, so that what stands on screen tells nothing to somebody who looks
/// over a shoulder. Nothing where the region has no such lines.
#[component]
pub(super) fn Closed(region: &'static Region, group: LineGroup) -> impl IntoView {
    let shown = Shown::of(region, group);
    if shown.is_empty() {
        return None;
    }
    let (title, body, care) = match group {
        LineGroup::Abuse => (
            msg::support_abuse_title(),
            msg::support_abuse_body(),
            Some(msg::support_abuse_device()),
        ),
        LineGroup::Grief => (msg::support_grief_title(), msg::support_grief_body(), None),
        LineGroup::Talk => (msg::support_lines_title(), msg::support_nobody_reads(), None),
    };
    Some(view! {
        <Disclosure summary=t(title)>
            <p>{t(body)}</p>
            {care.map(|care| view! { <p>{t(care)}</p> })}
            {line_list(shown.first)}
            {line_list(shown.more)}
            {directory_list(shown.directories)}
        </Disclosure>
    })
}

/// Where each number was seen.
#[component]
pub(super) fn Sources(region: &'static Region) -> impl IntoView {
    let groups = [LineGroup::Talk, LineGroup::Grief, LineGroup::Abuse];
    let lines: Vec<_> = groups.into_iter().flat_map(|group| region.lines(group)).collect();
    if lines.is_empty() {
        return None;
    }
    let source = |line: &HelpLine| {
        let (name, source) = (content_text(line.name()), content_text(line.source()));
        view! { <li>{t(msg::support_source(name, source))}</li> }
    };
    Some(view! {
        <Disclosure summary=t(msg::support_sources_title())>
            <p>{t(msg::support_checked(checked(region)))}</p>
            <ul>{lines.into_iter().map(source).collect_view()}</ul>
        </Disclosure>
    })
}

pub(super) fn line_list(lines: Vec<&'static HelpLine>) -> Option<impl IntoView> {
    let line = |line: &'static HelpLine| {
        let about = line.about();
        view! {
            <li class="line">
                <h3 class="line__name">{content_text(line.name())}</h3>
                {(!about.is_empty()).then(|| view! { <p>{content_text(about)}</p> })}
                <p class="line__note">{when(line)}</p>
                {line
                    .ways()
                    .iter()
                    .enumerate()
                    .map(|(n, way)| view_of(way, n == 0))
                    .collect_view()}
            </li>
        }
    };
    (!lines.is_empty()).then(|| {
        view! {
            <ul class="support__lines" role="list">
                {lines.into_iter().map(line).collect_view()}
            </ul>
        }
    })
}

/// One way to reach a line; the first one is the one to take.
fn view_of(way: &Way, is_first: bool) -> AnyView {
    let (icon, words, number) = match way {
        Way::Call(number) => (IconName::Call, msg::support_call(number.clone()), number),
        Way::Text { number, word } if word.is_empty() => {
            (IconName::Message, msg::support_text(number.clone()), number)
        }
        Way::Text { number, word } => {
            let words = msg::support_text_word(word.clone(), number.clone());
            (IconName::Message, words, number)
        }
        Way::Chat(link) => {
            let words = t(msg::support_open(site(link).to_owned()));
            return view! {
                <p class="line__way">
                    <OutLink href=link.clone() label=words note=t(msg::support_leaves()) />
                </p>
            }
            .into_any();
        }
    };
    view! {
        <div class="line__way">
            <a
                class="line__number"
                class:line__number--text=icon == IconName::Message
                class:line__number--other=!is_first
                href=way.href()
            >
                <Icon name=icon />
                <span>{t(words)}</span>
            </a>
            <CopyNumber number=number.clone() />
        </div>
    }
    .into_any()
}

pub(super) fn directory_list(directories: Vec<&'static Directory>) -> Option<impl IntoView> {
    let has_links = directories.iter().any(|directory| !directory.link().is_empty());
    let row = |directory: &'static Directory| {
        let (link, note) = (directory.link(), directory.note());
        view! {
            <li class="line">
                <h3 class="line__name">{content_text(directory.name())}</h3>
                {(!note.is_empty()).then(|| view! { <p>{content_text(note)}</p> })}
                {(!link.is_empty())
                    .then(|| {
                        let words = t(msg::support_open(site(link).to_owned()));
                        view! {
                            <p class="line__way">
                                <OutLink href=link.to_owned() label=words note=t(msg::support_leaves()) />
                            </p>
                        }
                    })}
            </li>
        }
    };
    (!directories.is_empty()).then(|| {
        view! {
            <ul class="support__lines" role="list">
                {directories.into_iter().map(row).collect_view()}
            </ul>
            {has_links.then(|| view! { <p class="soft small">{t(msg::support_leaves_note())}</p> })}
        }
    })
}
