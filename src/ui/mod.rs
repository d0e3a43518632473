//! The kit: widgets without state of their own, used by every page.
//!
//! Values and signals come in, callbacks go out. Words come in from the caller; only the widgets that are about
//! feelings, people and entries themselves speak on their own, and read the records they are given.
//! Each file is one widget and says its purpose, its name and role, and its keys.
//! `docs/style-guide.md` lists the classes that pages may use beside these widgets.

pub mod banner;
pub mod button;
pub mod calendar_button;
pub mod chips;
pub mod choices;
pub mod closeness;
pub mod closeness_marks;
pub mod count_table;
pub mod data_table;
pub mod date_field;
pub mod dialog;
pub mod did_got;
pub mod disclosure;
pub mod drawing;
pub mod empty_state;
pub mod entry_row;
pub mod feeling_pad;
pub mod feelings;
mod feelings_families;
mod feelings_names;
mod feelings_words;
pub mod field;
pub mod file_picker;
mod fuzzy_draft;
pub mod fuzzy_field;
pub mod gone;
mod held;
pub mod icon;
mod ident;
pub mod key_help;
pub mod keyed;
mod keys;
pub mod life_line;
pub mod line_chart;
mod line_chart_geometry;
pub mod mention;
mod mention_list;
pub mod month_calendar;
pub mod mood_dial;
pub mod mood_key;
pub mod mood_mark;
pub mod not_kept;
pub mod notice_bar;
pub mod out_link;
pub mod page_head;
pub mod parts;
pub mod people_picker;
pub mod printed_on;
pub mod quiet_card;
pub mod rating_line;
pub mod rings;
pub mod room_left;
pub mod row_link;
pub mod said;
pub mod scale;
pub mod search_field;
pub mod select;
pub mod set_chips;
pub mod sheet_rows;
pub mod shown;
pub mod sides;
pub mod skip_link;
pub mod strips;
pub mod tabs;
pub mod text_area;
pub mod text_field;
pub mod toggle_row;
pub mod told;
pub mod versions;
pub mod visually_hidden;
pub mod year_pixels;
