//! Journeys through the built app.
//!
//! `cargo test -p satkarya-e2e --test journeys -- [--engine a,b] [--jobs n] [--list] [name ...]`

#![allow(clippy::indexing_slicing, reason = "JSON answers null where there is nothing")]

mod arcs;
mod arriving;
mod aside;
mod aside_folder;
mod backup;
mod behind;
mod beside;
mod care;
mod checkin;
mod circle;
mod cleared;
mod clocks;
mod counting;
#[path = "../figures/diary.rs"]
mod diary;
mod dispute;
mod every;
mod faults;
mod focus;
mod folder;
mod folder_troubles;
mod hand;
mod hiding;
mod home;
mod hostile;
mod inventory;
mod kept;
mod killed;
mod languages;
mod leaving;
mod line;
mod living;
mod lock;
mod looks;
mod measures;
mod moved;
mod much;
mod notices;
mod older;
mod opening;
mod page;
mod papers;
mod people;
mod pictures;
mod pinch;
mod plain;
mod plan;
mod probe;
mod proving;
mod room;
mod settings;
mod sheet;
mod sheets;
mod shut;
mod sittings;
mod space;
mod strange;
mod tabs;
mod taking;
mod trends;
mod updating;
mod without;
mod worked;

use std::{process::ExitCode, time::Duration};

use satkarya_e2e::{
    browser::Setup,
    engine::Engine,
    runner::{self, Journey, Serve},
};

const PLAIN: Setup = Setup::PLAIN;

fn main() -> ExitCode {
    let journeys = [
        Journey::new("open-every-place", |stage| Box::pin(opening::places(stage))),
        Journey::new("offline-every-place", |stage| Box::pin(opening::offline(stage))),
        Journey::new("in-a-folder", |stage| Box::pin(opening::folder(stage))),
        Journey::new("silent-after-start", |stage| Box::pin(opening::silent(stage))).calm(),
        Journey::new("closed-after-start", |stage| Box::pin(opening::closed(stage))).calm(),
        Journey::new("works-beside-the-page", |stage| Box::pin(beside::jobs(stage))).calm(),
        Journey::new("worker-refused", |stage| Box::pin(beside::refused(stage))).calm(),
        Journey::new("silent-behind-a-proxy", |stage| Box::pin(opening::proxied(stage))),
        Journey::new("framed", |stage| Box::pin(opening::framed(stage))),
        Journey::new("nothing-reaches-anyone", |stage| Box::pin(probe::channels(stage))).calm(),
        Journey::new("nothing-reaches-by-worker", |stage| Box::pin(probe::by_worker(stage)))
            .calm()
            .only(&[Engine::Chromium]),
        Journey::new("reaches-before-worker", |stage| Box::pin(probe::bare(stage)))
            .calm()
            .only(&[Engine::Chromium]),
        Journey::new("lock-whole-way", |stage| Box::pin(lock::whole_way(stage))),
        Journey::new("lock-new-key", |stage| Box::pin(lock::new_key(stage))),
        Journey::new("lock-hidden-meanwhile", |stage| Box::pin(shut::hidden_meanwhile(stage)))
            .calm()
            .each_time(&[Engine::Chromium, Engine::WebKit]),
        Journey::new("lock-covered", |stage| Box::pin(behind::covered(stage)))
            .each_time(&[Engine::Chromium]),
        Journey::new("lock-while-backup", |stage| Box::pin(behind::while_made(stage)))
            .each_time(&[Engine::WebKit]),
        Journey::new("lock-open-plan", |stage| Box::pin(behind::open_plan(stage)))
            .each_time(&[Engine::Firefox]),
        Journey::new("lock-by-code", |stage| Box::pin(lock::by_code(stage))),
        Journey::new("lock-by-itself", |stage| Box::pin(shut::by_itself(stage))),
        Journey::new("lock-other-tab", |stage| Box::pin(shut::other_tab(stage))),
        Journey::new("lock-erased", |stage| Box::pin(shut::erased(stage))),
        Journey::new("lock-killed", |stage| Box::pin(shut::killed(stage)))
            .calm()
            .limit(Duration::from_mins(15)),
        Journey::new("lock-profile", |stage| Box::pin(lock::profile(stage))).calm(),
        Journey::new("page-for-good", |stage| Box::pin(page::for_good(stage))),
        Journey::new("page-without-passphrase", |stage| Box::pin(page::without(stage))),
        Journey::new("backup-made-and-brought-back", |stage| {
            Box::pin(backup::there_and_back(stage))
        }),
        Journey::new("backup-of-both", |stage| Box::pin(backup::both(stage)))
            .each_time(&[Engine::WebKit]),
        Journey::new("backup-never-by-chance", |stage| Box::pin(backup::tampered(stage))),
        Journey::new("older-by-themselves", |stage| Box::pin(older::by_themselves(stage)))
            .each_time(&[Engine::WebKit]),
        Journey::new("older-one-store-lost", |stage| Box::pin(older::one_store_lost(stage)))
            .each_time(&[Engine::Firefox]),
        Journey::new("older-unreached", |stage| Box::pin(older::unreached(stage)))
            .only(&[Engine::Chromium]),
        Journey::new("older-locked", |stage| Box::pin(older::locked(stage)))
            .each_time(&[Engine::Chromium]),
        Journey::new("backup-tested", |stage| Box::pin(backup::tested(stage))),
        Journey::new("backup-reminder", |stage| Box::pin(backup::reminder(stage)))
            .each_time(&[Engine::WebKit]),
        Journey::new("year-set-aside", |stage| Box::pin(aside::set_aside(stage)))
            .each_time(&[Engine::Firefox]),
        Journey::new("year-aside-in-a-folder", |stage| Box::pin(aside_folder::in_step(stage)))
            .calm()
            .only(&[Engine::Chromium])
            .only_thorough()
            .limit(Duration::from_mins(6)),
        Journey::new("year-steps-seen", |stage| Box::pin(aside::seen(stage))).only_thorough(),
        Journey::new("year-not-proved", |stage| Box::pin(aside::not_proved(stage)))
            .calm()
            .each_time(&[Engine::Chromium]),
        Journey::new("wrong-passphrase-of-a-backup", |stage| Box::pin(backup::wrong(stage))),
        Journey::new("folder-in-step", |stage| Box::pin(folder::in_step(stage)))
            .calm()
            .only(&[Engine::Chromium])
            .limit(Duration::from_mins(6)),
        Journey::new("folder-troubles", |stage| Box::pin(folder_troubles::told(stage)))
            .only(&[Engine::Chromium]),
        Journey::new("folder-locked", |stage| Box::pin(folder_troubles::locked(stage)))
            .calm()
            .only(&[Engine::Chromium]),
        Journey::new("copies-by-hand", |stage| Box::pin(moved::by_hand(stage)))
            .each_time(&[Engine::Firefox]),
        Journey::new("moved-between-engines", |stage| Box::pin(moved::between_engines(stage)))
            .alone()
            .each_time(&[Engine::WebKit])
            .limit(Duration::from_mins(10)),
        Journey::new("arrives-from-daylio", |stage| Box::pin(arriving::daylio(stage))),
        Journey::new("too-large-file", |stage| Box::pin(arriving::too_large(stage)))
            .each_time(&[Engine::Firefox]),
        Journey::new("arrives-from-others", |stage| Box::pin(arriving::others(stage))),
        Journey::new("check-in-three-taps", |stage| Box::pin(checkin::three_taps(stage))).alone(),
        Journey::new("check-in-nothing-much", |stage| Box::pin(checkin::nothing_much(stage))),
        Journey::new("kill-after-saved", |stage| Box::pin(checkin::kill(stage)))
            .calm()
            .limit(Duration::from_mins(30)),
        Journey::new("check-in-loses-nothing", |stage| {
            Box::pin(checkin::nothing_typed_is_lost(stage))
        }),
        Journey::new("saved-when-it-is", |stage| Box::pin(checkin::said_when_true(stage))),
        Journey::new("check-in-by-keys", |stage| Box::pin(checkin::by_keys(stage))),
        Journey::new("quiet-card", |stage| Box::pin(care::quiet_card(stage))),
        Journey::new("support-offline", |stage| Box::pin(care::support(stage))),
        Journey::new("first-cards", |stage| Box::pin(care::first_cards(stage))),
        Journey::new("sample-diary", |stage| Box::pin(care::sample(stage))),
        Journey::new("low-energy", |stage| Box::pin(care::low_energy(stage))),
        Journey::new("taking-back", |stage| Box::pin(care::taking_back(stage))),
        Journey::new("full-store", |stage| Box::pin(space::full(stage))).calm(),
        Journey::new("full-store-moves-older", |stage| Box::pin(space::moves_older(stage)))
            .calm()
            .each_time(&[Engine::Firefox]),
        Journey::new("space-foretold", |stage| Box::pin(space::foretold(stage))).calm(),
        Journey::new("cleared-while-open", |stage| Box::pin(cleared::while_open(stage))).calm(),
        Journey::new("cleared-first-copy", |stage| Box::pin(cleared::first_copy(stage))).calm(),
        Journey::new("damaged-month", |stage| Box::pin(faults::quarantine(stage))),
        Journey::new("left-while-typing", |stage| Box::pin(faults::left(stage))).calm(),
        Journey::new("killed-while-typing", |stage| Box::pin(faults::typing(stage))).calm(),
        Journey::new("crash-while-saving", |stage| Box::pin(killed::crashes(stage)))
            .calm()
            .only(&[Engine::Chromium])
            .limit(Duration::from_mins(15)),
        Journey::new("kill-without-log", |stage| Box::pin(killed::without_log(stage))).calm(),
        Journey::new("asleep-while-writing", |stage| Box::pin(killed::frozen(stage)))
            .calm()
            .only(&[Engine::Chromium]),
        Journey::new("save-every-second", |stage| Box::pin(killed::soak(stage)))
            .only(&[Engine::Chromium])
            .only_thorough(),
        Journey::new("hostile-storage", |stage| Box::pin(hostile::stored(stage))),
        Journey::new("hostile-text", |stage| Box::pin(hostile::payloads(stage))),
        Journey::new("text-in-one-form", |stage| Box::pin(hostile::forms(stage))),
        Journey::new("invented-languages", |stage| Box::pin(languages::invented(stage)))
            .each_time(&[Engine::WebKit]),
        Journey::new("drawings-with-long-words", |stage| Box::pin(languages::drawings(stage)))
            .each_time(&[Engine::Chromium]),
        Journey::new("focus-never-lost-with-a-row", |stage| Box::pin(focus::rows(stage))),
        Journey::new("focus-never-lost-in-a-form", |stage| Box::pin(focus::forms(stage))),
        Journey::new("focus-never-lost-with-a-filter", |stage| Box::pin(focus::filters(stage))),
        Journey::new("one-first-heading", |stage| Box::pin(focus::headings(stage))),
        Journey::new("up-to-five-feelings", |stage| Box::pin(room::feelings(stage))),
        Journey::new("space-told-in-settings", |stage| Box::pin(room::space(stage))),
        Journey::new("added-when-left", |stage| Box::pin(people::left(stage))),
        Journey::new("refused-and-shown-so", |stage| Box::pin(people::refused(stage))),
        Journey::new("feelings-with-somebody", |stage| Box::pin(people::feelings(stage))),
        Journey::new("around-the-worksheets", |stage| Box::pin(worked::around(stage))),
        Journey::new("trends-need-enough", |stage| Box::pin(trends::enough(stage))),
        Journey::new("trends-harder-days", |stage| Box::pin(trends::harder_days(stage))),
        Journey::new("trends-week-and-event", |stage| Box::pin(trends::beside(stage))),
        Journey::new("trends-with-somebody", |stage| Box::pin(trends::with_somebody(stage))),
        Journey::new("picture-saved", |stage| Box::pin(pictures::saved(stage))).calm(),
        Journey::new("picture-saved-dark", |stage| Box::pin(pictures::saved_dark(stage)))
            .with(Setup { dark: true, ..PLAIN }),
        Journey::new("picture-closer", |stage| Box::pin(pictures::closer(stage))),
        Journey::new("picture-by-keys", |stage| Box::pin(pictures::by_keys(stage))),
        Journey::new("circle-placed-and-kept", |stage| Box::pin(circle::placed(stage))),
        Journey::new("circle-by-finger", |stage| Box::pin(circle::by_finger(stage)))
            .only(&[Engine::Chromium]),
        Journey::new("circle-then-and-now", |stage| Box::pin(circle::then_and_now(stage))),
        Journey::new("circle-on-paper", |stage| Box::pin(circle::on_paper(stage)))
            .only(&[Engine::Chromium]),
        Journey::new("more-about-somebody", |stage| Box::pin(circle::more(stage))),
        Journey::new("enough-to-start-with", |stage| Box::pin(inventory::enough(stage))),
        Journey::new("not-safe-with-somebody", |stage| Box::pin(inventory::not_safe(stage))),
        Journey::new("today-leads-on", |stage| Box::pin(home::leads_on(stage))),
        Journey::new("sixteen-sessions", |stage| Box::pin(home::sixteen(stage))),
        Journey::new("plan-of-a-course", |stage| Box::pin(plan::course(stage))),
        Journey::new("plan-of-each-length", |stage| Box::pin(plan::lengths(stage)))
            .each_time(&[Engine::WebKit]),
        Journey::new("plan-for-each-mode", |stage| Box::pin(plan::modes(stage))),
        Journey::new("plan-in-a-calendar", |stage| Box::pin(plan::calendar(stage))),
        Journey::new("line-marked-and-kept", |stage| Box::pin(line::marked(stage))),
        Journey::new("line-of-sixty-on-paper", |stage| Box::pin(line::sixty_on_paper(stage)))
            .only(&[Engine::Chromium]),
        Journey::new("pinch-asks-and-suggests", |stage| Box::pin(pinch::asked(stage))),
        Journey::new("pinch-loneliness-last", |stage| Box::pin(pinch::last_resort(stage))),
        Journey::new("pinch-puts-safety-first", |stage| Box::pin(pinch::safety(stage))),
        Journey::new("summary-and-goals", |stage| Box::pin(pinch::summary(stage))),
        Journey::new("stage-of-a-dispute", |stage| Box::pin(sheets::stage_of(stage))),
        Journey::new("safety-before-tools", |stage| Box::pin(sheets::safety_first(stage))),
        Journey::new("grief-at-its-own-pace", |stage| Box::pin(sheets::grief(stage))),
        Journey::new("worksheet-resumed", |stage| Box::pin(sheets::resumed(stage))).calm(),
        Journey::new("worksheet-by-keys", |stage| Box::pin(sheets::by_keys(stage))),
        Journey::new("rungs-up-and-down", |stage| Box::pin(every::rungs(stage))),
        Journey::new("arc-of-a-dispute", |stage| Box::pin(dispute::arc(stage)))
            .each_time(&[Engine::Firefox]),
        Journey::new("arc-of-grief", |stage| Box::pin(arcs::grief(stage))),
        Journey::new("arc-of-a-change", |stage| Box::pin(arcs::change(stage))),
        Journey::new("arc-of-connection", |stage| Box::pin(arcs::connection(stage))),
        Journey::new("staying-well-plan", |stage| Box::pin(papers::staying_well(stage))),
        Journey::new("page-for-a-session", |stage| Box::pin(papers::session(stage))),
        Journey::new("page-to-show", |stage| Box::pin(papers::to_show(stage))),
        Journey::new("page-to-show-patterns", |stage| Box::pin(papers::patterns_shown(stage))),
        Journey::new("every-worksheet-opens", |stage| Box::pin(every::opens(stage)))
            .each_time(&[Engine::WebKit])
            .limit(Duration::from_mins(12)),
        Journey::new("every-worksheet-double-text", |stage| Box::pin(every::opens(stage)))
            .each_time(&[Engine::WebKit])
            .with(Setup { large: true, ..PLAIN })
            .limit(Duration::from_mins(12)),
        Journey::new("worksheets-checked", |stage| Box::pin(every::checked(stage)))
            .each_time(&[Engine::Chromium]),
        Journey::new("long-answers", |stage| Box::pin(every::long(stage))).alone(),
        Journey::new("measures-said-as-they-are", |stage| Box::pin(measures::result_worded(stage))),
        Journey::new("measures-support-first", |stage| Box::pin(measures::support_first(stage))),
        Journey::new("measures-changes", |stage| Box::pin(measures::changes(stage))),
        Journey::new("measures-asked-quietly", |stage| Box::pin(measures::asked(stage))),
        Journey::new("measures-by-keys", |stage| Box::pin(measures::by_keys(stage))),
        Journey::new("measures-checked", |stage| Box::pin(measures::checked(stage)))
            .each_time(&[Engine::Chromium]),
        Journey::new("sitting-left-by-closing", |stage| Box::pin(sittings::left_by_closing(stage)))
            .calm(),
        Journey::new("sitting-with-low-energy", |stage| Box::pin(sittings::low_energy(stage))),
        Journey::new("sitting-answers-back", |stage| Box::pin(sittings::answers_back(stage))),
        Journey::new("sitting-then-and-now", |stage| Box::pin(sittings::then_and_now(stage))),
        Journey::new("sitting-taken-along", |stage| Box::pin(sittings::taken_along(stage))),
        Journey::new("sitting-two-at-most", |stage| Box::pin(sittings::two_at_most(stage))),
        Journey::new("undo-in-nobodys-way", |stage| Box::pin(notices::undo(stage))),
        Journey::new("erase-everything", |stage| Box::pin(settings::erase(stage))).calm(),
        Journey::new("erase-beside-a-tab", |stage| Box::pin(settings::erase_beside(stage))).calm(),
        Journey::new("files-to-read", |stage| Box::pin(settings::files_to_read(stage))),
        Journey::new("nothing-can-be-sent", |stage| Box::pin(settings::privacy(stage))),
        Journey::new("unreadable-part", |stage| Box::pin(settings::give_up(stage))),
        Journey::new("unreadable-all", |stage| Box::pin(settings::unreadable(stage))),
        Journey::new("tabs-lock-stolen", |stage| Box::pin(tabs::stolen(stage))).calm(),
        Journey::new("tabs-edit-the-same", |stage| Box::pin(tabs::both_edit(stage))),
        Journey::new("two-weeks", |stage| Box::pin(living::two_weeks(stage)))
            .each_time(&[Engine::Chromium])
            .limit(Duration::from_mins(8)),
        Journey::new("leave", |stage| Box::pin(leaving::leave(stage))),
        Journey::new("back-from-a-field", |stage| Box::pin(leaving::in_a_field(stage))),
        Journey::new("leave-not-by-capitals", |stage| Box::pin(leaving::capitals(stage))),
        Journey::new("leave-early", |stage| Box::pin(leaving::early(stage))),
        Journey::new("version-of-the-files", |stage| Box::pin(proving::version(stage))),
        Journey::new("fields-without-helpers", |stage| Box::pin(proving::fields(stage))),
        Journey::new("asks-for-nothing", |stage| Box::pin(proving::permissions(stage))),
        Journey::new("messages-of-others", |stage| Box::pin(proving::messages(stage))),
        Journey::new("hide-everywhere", |stage| Box::pin(hiding::places(stage))).calm(),
        Journey::new("hide-before-a-dialog", |stage| Box::pin(hiding::before_dialog(stage)))
            .each_time(&[Engine::Chromium]),
        Journey::new("hide-while-typing", |stage| Box::pin(hiding::typing(stage))),
        Journey::new("hide-over-a-dialog", |stage| Box::pin(hiding::dialog(stage))),
        Journey::new("hide-early", |stage| Box::pin(hiding::early(stage))),
        Journey::new("hide-not-by-typing", |stage| Box::pin(hiding::not_by_typing(stage))),
        Journey::new("discreet-mode", |stage| Box::pin(plain::discreet(stage))),
        Journey::new("without-storage", |stage| Box::pin(without::storage(stage)))
            .with(Setup { blocked: true, ..PLAIN }),
        Journey::new("private-window", |stage| Box::pin(kept::private(stage)))
            .with(Setup { private: true, ..PLAIN }),
        Journey::new("asked-to-keep", |stage| Box::pin(kept::persistence(stage))).calm(),
        Journey::new("without-wasm", |stage| Box::pin(without::wasm(stage)))
            .with(Setup { no_wasm: true, ..PLAIN }),
        Journey::new("rescue-copies-everything", |stage| Box::pin(without::rescue(stage))),
        Journey::new("rescue-after-erasing", |stage| {
            Box::pin(without::rescue_after_erasing(stage))
        }),
        Journey::new("beside-others", |stage| Box::pin(without::neighbors(stage))),
        Journey::new("tabs-start-together", |stage| Box::pin(tabs::together(stage))).alone(),
        Journey::new("tabs-take-over", |stage| Box::pin(tabs::take_over(stage))),
        Journey::new("tabs-alternating", |stage| Box::pin(taking::alternating(stage))),
        Journey::new("tabs-gone-while-saving", |stage| Box::pin(taking::gone_while_saving(stage)))
            .calm()
            .each_time(&[Engine::Firefox, Engine::WebKit]),
        Journey::new("tabs-many", |stage| Box::pin(taking::many(stage))).alone(),
        Journey::new("tabs-without-locks", |stage| Box::pin(taking::no_locks(stage)))
            .alone()
            .only(&[Engine::Chromium]),
        Journey::new("tabs-old-and-new", |stage| Box::pin(taking::old_and_new(stage))),
        Journey::new("update-by-one-tap", |stage| Box::pin(updating::update(stage))),
        Journey::new("update-never-broken", |stage| Box::pin(updating::broken(stage))),
        Journey::new("looks-checked", |stage| Box::pin(looks::checker(stage))),
        Journey::new("looks-checked-filled", |stage| Box::pin(looks::checker_filled(stage)))
            .each_time(&[Engine::Chromium]),
        Journey::new("ten-thousand-entries", |stage| Box::pin(much::ten_thousand(stage))).alone(),
        Journey::new("twenty-five-thousand-entries", |stage| {
            Box::pin(much::twenty_five_thousand(stage))
        })
        .only_thorough()
        .limit(Duration::from_mins(10)),
        Journey::new("looks-at-every-size", |stage| Box::pin(looks::sizes(stage, 16.0)))
            .each_time(&[Engine::Chromium, Engine::WebKit])
            .limit(Duration::from_mins(10)),
        // The same for somebody who has set the browser's own text to 200 %.
        Journey::new("looks-at-double-text", |stage| Box::pin(looks::sizes(stage, 32.0)))
            .with(Setup { large: true, ..PLAIN })
            .limit(Duration::from_mins(10))
            .each_time(&[Engine::Chromium, Engine::WebKit]),
        Journey::new("looks-by-keyboard", |stage| Box::pin(looks::keyboard(stage))),
        Journey::new("strange-text-in-its-row", |stage| Box::pin(strange::texts_in_rows(stage)))
            .each_time(&[Engine::Chromium]),
        Journey::new("names-that-look-alike", |stage| Box::pin(strange::alike(stage))),
        Journey::new("calendars-of-others", |stage| Box::pin(clocks::calendars(stage))),
        // Firefox lets no script of the driver change the clock of a page.
        Journey::new("clock-jumps", |stage| Box::pin(clocks::jumps(stage)))
            .only(&[Engine::Chromium, Engine::WebKit]),
        Journey::new("clock-of-a-round-ends", |stage| Box::pin(clocks::round_ends(stage)))
            .only(&[Engine::Chromium, Engine::WebKit]),
        Journey::new("lock-alone-loses", |stage| Box::pin(counting::naive(stage))).alone(),
        Journey::new("offline-broken-off", |stage| Box::pin(updating::broken_off(stage))),
        Journey::new("update-half-there", |stage| Box::pin(updating::half(stage)))
            .each_time(&[Engine::Chromium, Engine::WebKit]),
        Journey::new("leave-leaves-no-words", |stage| Box::pin(leaving::words(stage))).calm(),
    ];
    runner::main(&journeys, Serve::Dist)
}
