//! The rules of SatKarya, free of browser, clock and randomness.
//!
//! Everything here depends on its arguments alone: time arrives as [`time::Now`],
//! randomness as bytes, storage behind a trait.
//! Read in this order:
//! [`id`], [`stamp`], [`time`], [`text`] and [`rating`] are the small checked values;
//! [`record`] wraps everything that a person makes;
//! [`diary`], [`people`], [`circle`], [`course`], [`focus`], [`along`], [`measure`] and [`life`] say
//! what is inside;
//! [`journal`] holds all records and is the only way to change one;
//! [`search`] looks into them, [`pattern`] counts them, [`chart`] draws lines of them and
//! [`timeline`] puts a life in order;
//! [`transfer`] takes them out to files and brings them in; [`arrive`] reads what other apps wrote;
//! [`generate`] makes years of them; [`store`] keeps their bytes safe without knowing what they
//! mean, and [`vault`] seals them.

pub mod along;
pub mod arrive;
pub mod chart;
pub mod circle;
pub mod content;
pub mod course;
pub mod diary;
pub mod focus;
pub mod generate;
pub mod id;
pub mod journal;
pub mod life;
pub mod measure;
pub mod pattern;
pub mod people;
pub mod port;
pub mod rating;
pub mod record;
pub mod search;
pub mod sheet;
pub mod stamp;
pub mod step;
pub mod store;
pub mod text;
pub mod time;
pub mod timeline;
pub mod transfer;
pub mod vault;
