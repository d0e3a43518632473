//! One page to read: the text, one thing to try, what is not sure, and where it comes from.

use leptos::prelude::*;
use satkarya_core::content::{self, Page, Section, Source, TryPlace, Website};

use super::address;
use crate::i18n::dates::{self, DateStyle};
use crate::i18n::{content_text, labels, msg, t};
use crate::platform::dom;
use crate::route::Route;
use crate::ui::button::{Button, LinkButton};
use crate::ui::disclosure::Disclosure;
use crate::ui::drawing::Drawn;
use crate::ui::icon::{Icon, IconName};
use crate::ui::out_link::OutLink;
use crate::ui::page_head::PageHead;

/// The page.
#[component]
pub fn ArticlePage(
    /// Which one, by its name in `content/`.
    name: &'static str,
) -> impl IntoView {
    // The route has looked the name up already.
    content::page(name).map(|page| view! { <Article page /> })
}

#[component]
fn Article(page: &'static Page) -> impl IntoView {
    let clinical = page.area().map(|area| {
        view! { <p class="soft">{t(msg::journey_clinical(t(labels::clinical_area(area))))}</p> }
    });
    view! {
        <article class="page article">
            <PageHead
                title=content_text(page.title())
                back=(Route::Journey.href(), t(msg::journey_title()))
            />
            <div class="article__lead">
                <p class="serif">{content_text(page.lead())}</p>
                {clinical}
                <p class="soft small">{t(msg::journey_minutes(page.minutes().into()))}</p>
            </div>
            <div class="prose">{page.sections().iter().map(section).collect_view()}</div>
            <section class="next-step" aria-labelledby="article-try">
                <h2 class="next-step__label" id="article-try">
                    {t(msg::journey_try())}
                </h2>
                <p class="serif article__own">{content_text(page.attempt())}</p>
                {page
                    .try_link()
                    .map(|link| {
                        let TryPlace::Pinch = link.to();
                        view! {
                            <div class="no-print">
                                <LinkButton href=Route::Pinch.href()>
                                    {content_text(link.text())}
                                </LinkButton>
                            </div>
                        }
                    })}
            </section>
            <section aria-labelledby="article-unsure">
                <h2 class="article__small" id="article-unsure">
                    {t(msg::journey_unsure())}
                </h2>
                <p class="serif article__own">{content_text(page.unsure())}</p>
            </section>
            <p class="soft small">{t(msg::journey_reviewed(reviewed(page)))}</p>
            <Sources sources=page.sources() />
            <div class="no-print">
                <Button on_click=Callback::new(|()| dom::print())>
                    <Icon name=IconName::Print />
                    {t(msg::journey_print())}
                </Button>
            </div>
            <Around page />
        </article>
    }
}

fn section(section: &'static Section) -> impl IntoView {
    let heading = section.heading();
    view! {
        {(!heading.is_empty()).then(|| view! { <h2>{content_text(heading)}</h2> })}
        {section
            .paragraphs()
            .iter()
            .map(|text| view! { <p>{paragraph(text)}</p> })
            .collect_view()}
        {section.drawing().map(|drawing| view! { <Drawn drawing /> })}
        {sites(section.links())}
    }
}

/// Websites to go to. They open on a tap only, and say that they leave.
fn sites(sites: &'static [Website]) -> Option<impl IntoView> {
    let item = |site: &'static Website| {
        let (href, label) = (site.address().to_owned(), content_text(site.name()));
        view! {
            <li>
                <OutLink href label note=t(msg::journey_leaves()) />
            </li>
        }
    };
    (!sites.is_empty()).then(|| {
        view! {
            <ul>{sites.iter().map(item).collect_view()}</ul>
            <p class="soft small">{t(msg::journey_leaves_note())}</p>
        }
    })
}

/// The month in which a page was last read through, in words.
fn reviewed(page: &Page) -> String {
    let month = page.reviewed().parse();
    month.map_or_else(|_| page.reviewed().to_owned(), |it| dates::month(it, DateStyle::Month))
}

/// A paragraph, in which `[[…]]` leads to Support.
fn paragraph(text: &str) -> impl IntoView + use<> {
    let (before, rest) = text.split_once("[[").unwrap_or((text, ""));
    let (link, after) = rest.split_once("]]").unwrap_or(("", rest));
    let link = (!link.is_empty()).then(|| {
        view! { <a href=Route::Support.href()>{content_text(link)}</a> }
    });
    let words = |text: &str| (!text.is_empty()).then(|| content_text(text));
    (words(before), link, words(after))
}

/// Where the claims come from, folded away.
#[component]
fn Sources(sources: &'static [Source]) -> impl IntoView {
    if sources.is_empty() {
        return None;
    }
    let has_links = sources.iter().any(|source| !source.link().is_empty());
    let item = |source: &'static Source| {
        let citation = content_text(source.citation());
        if source.link().is_empty() {
            return view! { <li>{citation}</li> }.into_any();
        }
        let note = t(msg::journey_leaves());
        view! {
            <li>
                <OutLink href=source.link().to_owned() label=citation note />
            </li>
        }
        .into_any()
    };
    Some(view! {
        <div class="article__sources">
            <Disclosure summary=t(msg::journey_sources())>
                {has_links.then(|| view! { <p class="soft small">{t(msg::journey_leaves_note())}</p> })}
                <ul>{sources.iter().map(item).collect_view()}</ul>
            </Disclosure>
        </div>
    })
}

/// The pages before and after, in the order of reading.
#[component]
fn Around(page: &'static Page) -> impl IntoView {
    let (before, after) = neighbors(page);
    let link = |page: &'static Page, class: &'static str, words: String| {
        view! {
            <a class=class href=address(page)>
                {words}
            </a>
        }
    };
    view! {
        <nav class="article__around no-print" aria-label=t(msg::journey_around())>
            {before
                .map(|page| {
                    let words = t(msg::journey_previous(content_text(page.title())));
                    link(page, "article__before", words)
                })}
            {after
                .map(|page| {
                    let words = t(msg::journey_next(content_text(page.title())));
                    link(page, "article__after", words)
                })}
            <a class="article__all" href=Route::Journey.href()>
                {t(msg::journey_all())}
            </a>
        </nav>
    }
}

/// The pages before and after one, in the order of reading.
fn neighbors(page: &Page) -> (Option<&'static Page>, Option<&'static Page>) {
    let pages = content::pages();
    let at = pages.iter().position(|it| it.id() == page.id());
    let neighbor = |at: Option<usize>| at.and_then(|at| pages.get(at));
    (neighbor(at.and_then(|at| at.checked_sub(1))), neighbor(at.map(|at| at + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_form_one_line() {
        let pages = content::pages();
        assert!(pages.len() > 1);
        for pair in pages.windows(2) {
            let [first, second] = pair else { continue };
            assert_eq!(neighbors(first).1.map(Page::id), Some(second.id()));
            assert_eq!(neighbors(second).0.map(Page::id), Some(first.id()));
        }
        assert!(pages.first().is_some_and(|page| neighbors(page).0.is_none()));
        assert!(pages.last().is_some_and(|page| neighbors(page).1.is_none()));
    }
}
