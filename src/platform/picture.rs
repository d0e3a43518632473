//! A picture of the page as a file: what is seen of it, written down as one SVG.
//!
//! Everything is taken from the page as it stands: where each word and each shape lies, and in which
//! color. So a drawing, a grid of cells and the words beside them all come into the file, in the
//! theme of the moment, and nothing is measured or laid out a second time. Only the browser is
//! asked; nothing is loaded.

mod svg;

use std::fmt::Write as _;

use js_sys::Promise;
use satkarya_core::chart::PictureFile;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, CssStyleDeclaration, Document, DomRect, Element,
    HtmlCanvasElement, HtmlElement, HtmlImageElement, Node, Url, Window,
};

use self::svg::{
    LETTERS, LOOK, PLACE, attribute, attributes, bare, copied, cut, escape, is_unseen, look,
    pixels, short, value,
};
use super::files;
use super::window::{document, window};

/// Room round the picture, and between its title and the rest, in pixels.
const ROOM: f64 = 24.0;
const GAP: f64 = 12.0;
/// A picture of points has twice as many as the screen, up to so many pixels of the screen: phones
/// have no room for a larger one.
const MOST_PIXELS: f64 = 4_000_000.0;
/// The mark of what is drawn: what belongs to the page alone is not seen in it (`55-pictures.css`).
const DRAWN: &str = "data-drawn";
/// Saves what stands in the element with this id as a file of this name, under the heading of its
/// part of the page. Tells whether the browser took it.
pub fn save(id: &str, name: String, kind: PictureFile, done: impl FnOnce(bool) + 'static) {
    let drawing = Pen::draw(id);
    wasm_bindgen_futures::spawn_local(async move {
        let blob = match drawing {
            None => None,
            Some(drawing) if kind == PictureFile::Svg => drawing.blob(),
            Some(drawing) => drawing.points().await,
        };
        done(blob.is_some_and(|blob| files::hand_over(&name, &blob).is_some()));
    });
}

/// A drawing that is done.
struct Drawing {
    text: String,
    size: (f64, f64),
}

impl Drawing {
    fn blob(&self) -> Option<Blob> {
        files::blob(PictureFile::Svg.media_type(), self.text.as_bytes())
    }

    /// The same as points.
    async fn points(self) -> Option<Blob> {
        let url = Url::create_object_url_with_blob(&self.blob()?).ok()?;
        let image = HtmlImageElement::new().ok()?;
        image.set_src(&url);
        let loaded = JsFuture::from(image.decode()).await;
        drop(Url::revoke_object_url(&url));
        loaded.ok()?;
        let (width, height) = self.size;
        let scale = if width * height > MOST_PIXELS { 1.0 } else { 2.0 };
        let canvas = document()?.create_element("canvas").ok()?;
        let canvas = canvas.dyn_into::<HtmlCanvasElement>().ok()?;
        // Sizes of a page are far below 2^32.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
        let [across, down] = [width, height].map(|it| (it * scale) as u32);
        canvas.set_width(across);
        canvas.set_height(down);
        let context = canvas.get_context("2d").ok()??;
        let context = context.dyn_into::<CanvasRenderingContext2d>().ok()?;
        let (x, y) = (f64::from(across), f64::from(down));
        context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, x, y).ok()?;
        let made = Promise::new(&mut |done, failed| {
            if canvas.to_blob(&done).is_err() {
                // Then nobody waits for an answer that never comes.
                drop(failed.call0(&failed));
            }
        });
        JsFuture::from(made).await.ok()?.dyn_into().ok()
    }
}

/// Writes down what it goes over.
struct Pen {
    window: Window,
    document: Document,
    /// Tells a color in the one form that every program knows.
    probe: HtmlElement,
    colors: Vec<(String, Option<String>)>,
    /// From the place on the screen to the place in the picture.
    shift: (f64, f64),
    /// The least and the greatest place across that something stands at.
    across: (f64, f64),
    out: String,
    /// The words that are written, without what lies between them.
    said: String,
}

/// A line of text that grows word by word.
#[derive(Default)]
struct Line {
    words: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Line {
    /// A line without words at a place of the picture, of the size that it has on the screen.
    fn at((x, y): (f64, f64), frame: &DomRect) -> Self {
        let (right, bottom) = (x + frame.width(), y + frame.height());
        Self { words: String::new(), left: x, right, top: y, bottom }
    }
}

impl Pen {
    /// The picture of an element, its heading and its sentence above it.
    fn draw(id: &str) -> Option<Drawing> {
        let document = document()?;
        let region = document.get_element_by_id(id)?;
        let probe = document.create_element("span").ok()?.dyn_into::<HtmlElement>().ok()?;
        region.append_child(&probe).ok()?;
        region.set_attribute(DRAWN, "").ok()?;
        let mut pen = Self {
            window: window()?,
            document,
            probe,
            colors: Vec::new(),
            shift: (0.0, 0.0),
            across: (f64::INFINITY, 0.0),
            out: String::new(),
            said: String::new(),
        };
        let drawing = pen.drawn(&region);
        pen.probe.remove();
        // Nothing was shown of it: the browser draws the page only when this is done.
        drop(region.remove_attribute(DRAWN));
        drawing
    }

    fn drawn(&mut self, region: &Element) -> Option<Drawing> {
        let part = region.closest("section, .page").ok().flatten();
        let heading = part.and_then(|it| it.query_selector("h1, h2, h3").ok().flatten());
        let title = heading.as_ref().map(|it| self.seen(it)).unwrap_or_default();
        let mut down = ROOM;
        if let Some(heading) = &heading {
            down = self.put(heading, down) + GAP;
        }
        let sentence = self.sentence(region, &title);
        let before = self.out.len();
        let mut end = self.put(region, down);
        if !self.said.contains(&bare(&sentence)) {
            // What the picture does not say itself stands above it, and in the page for as long as
            // that is drawn.
            self.out.truncate(before);
            let said = self.document.create_element("p").ok()?;
            said.set_text_content(Some(&sentence));
            region.append_child(&said).ok()?;
            down = self.put(&said, down) + GAP;
            said.remove();
            end = self.put(region, down);
        }
        let height = end + ROOM;
        let (left, right) = self.across;
        let (left, width) = (left - ROOM, (right - left + 2.0 * ROOM).max(0.0));
        let page = self.document.document_element()?;
        let paper = self.color(&value(&self.style(&page)?, "background-color"));

        // tidy: allow(addresses) because it is the name of the format, and nothing asks for it
        let mut text = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        let view = format!("{} 0 {} {}", short(left), short(width), short(height));
        let size = [("width", width), ("height", height)];
        attributes(&mut text, &size);
        attribute(&mut text, "viewBox", &view);
        for (tag, words) in [("><title>", &title), ("</title><desc>", &sentence)] {
            text.push_str(tag);
            escape(&mut text, words);
        }
        text.push_str("</desc><rect");
        attributes(&mut text, &[("x", left), size[0], size[1]]);
        attribute(&mut text, "fill", paper.as_deref().unwrap_or("#fff"));
        text.push_str("/>");
        text.push_str(&self.out);
        text.push_str("</svg>");
        Some(Drawing { text, size: (width, height) })
    }

    /// The picture in one sentence: what a screen reader says of it, or its first words. Several
    /// pictures have none in common: then it is their name.
    fn sentence(&self, region: &Element, name: &str) -> String {
        if region.get_elements_by_tag_name("figure").length() > 1 {
            return name.to_owned();
        }
        let found = |selector: &str| region.query_selector(selector).ok().flatten();
        let said = |selector: &str| {
            found(selector).map(|it| self.seen(&it)).filter(|words| !words.is_empty())
        };
        let named = || found("[aria-label]").and_then(|it| it.get_attribute("aria-label"));
        said("figcaption").or_else(named).or_else(|| said("p")).unwrap_or_default()
    }

    /// The words inside that are seen where it is seen itself, with a space between two texts.
    fn seen(&self, parent: &Element) -> String {
        let children = parent.child_nodes();
        let mut all = Vec::new();
        for child in (0..children.length()).filter_map(|nth| children.get(nth)) {
            match child.dyn_ref::<Element>() {
                Some(child) if self.style(child).is_some_and(|it| !is_unseen(&it)) => {
                    all.push(self.seen(child));
                }
                Some(_) => {}
                None => all.extend(child.node_value()),
            }
        }
        all.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Draws an element so far from the top. Returns where it ends.
    fn put(&mut self, element: &Element, down: f64) -> f64 {
        let frame = element.get_bounding_client_rect();
        self.shift = (ROOM - frame.left(), down - frame.top());
        self.words_and_boxes(element, (f64::INFINITY, f64::INFINITY));
        down + frame.height()
    }

    fn style(&self, element: &Element) -> Option<CssStyleDeclaration> {
        self.window.get_computed_style(element).ok().flatten()
    }

    /// A place on the screen as a place in the picture, which grows to hold it.
    fn place(&mut self, frame: &DomRect) -> (f64, f64) {
        let (x, y) = (frame.left() + self.shift.0, frame.top() + self.shift.1);
        self.across = (self.across.0.min(x), self.across.1.max(x + frame.width()));
        (x, y)
    }

    /// A color that is seen, in numbers; none for one that is not.
    fn color(&mut self, color: &str) -> Option<String> {
        if let Some((_, known)) = self.colors.iter().find(|(it, _)| it == color) {
            return known.clone();
        }
        let told = self.told(color);
        self.colors.push((color.to_owned(), told.clone()));
        told
    }

    /// Mixed with itself, a color is told as three shares of red, green and blue, and how much of
    /// it there is.
    fn told(&self, color: &str) -> Option<String> {
        if matches!(color, "" | "none") {
            return None;
        }
        let mix = format!("color-mix(in srgb, {color}, {color})");
        let ink = self.probe.style();
        // A color that is refused would leave the one before it.
        ink.remove_property("color").ok()?;
        ink.set_property("color", &mix).ok()?;
        if value(&ink, "color").is_empty() {
            return None;
        }
        let told = value(&self.style(&self.probe)?, "color");
        let numbers = told.split([' ', '(', ')', '/', ',']).filter_map(|it| it.parse::<f64>().ok());
        let numbers: Vec<f64> = numbers.collect();
        let &[red, green, blue, ref seen @ ..] = numbers.as_slice() else { return None };
        // An old browser tells them as numbers up to 255.
        let whole = if told.starts_with("rgb") { 255.0 } else { 1.0 };
        let seen = seen.first().copied().unwrap_or(1.0);
        let [red, green, blue] =
            [red, green, blue].map(|it| (it / whole * 255.0).round().clamp(0.0, 255.0));
        match seen {
            1.0.. => Some(format!("rgb({red},{green},{blue})")),
            0.001.. => Some(format!("rgba({red},{green},{blue},{})", short(seen))),
            _ => None,
        }
    }

    /// An element of the page: its box if that is seen, its words, and what is inside. Words beyond
    /// `clip`, on the screen to the right and below, are not seen.
    fn words_and_boxes(&mut self, element: &Element, clip: (f64, f64)) {
        let Some(style) = self.style(element).filter(|style| !is_unseen(style)) else { return };
        let frame = element.get_bounding_client_rect();
        if element.tag_name() == "svg" {
            return self.shapes_of(element, &style, &frame);
        }
        self.box_of(&style, &frame);
        let clip = if value(&style, "overflow-x") == "hidden" {
            (clip.0.min(frame.right()), clip.1.min(frame.bottom()))
        } else {
            clip
        };
        let children = element.child_nodes();
        for child in (0..children.length()).filter_map(|nth| children.get(nth)) {
            match child.dyn_ref::<Element>() {
                Some(child) => self.words_and_boxes(child, clip),
                None => self.words(&child, &style, clip),
            }
        }
        // The sign that is added in a corner.
        let after = self.window.get_computed_style_with_pseudo_elt(element, "::after");
        if let Some(after) = after.ok().flatten().filter(|it| value(it, "content") == "\"\"") {
            let [right, top, wide, tall] =
                ["right", "top", "width", "height"].map(|name| pixels(&value(&after, name)));
            let left = frame.right() - right - wide;
            if let Ok(frame) =
                DomRect::new_with_x_and_y_and_width_and_height(left, frame.top() + top, wide, tall)
            {
                self.box_of(&after, &frame);
            }
        }
    }

    /// The ground and the edge of a box.
    fn box_of(&mut self, style: &CssStyleDeclaration, frame: &DomRect) {
        let ground = self.color(&value(style, "background-color"));
        let wide = pixels(&value(style, "border-top-width"));
        let has_edge = wide > 0.0 && pixels(&value(style, "border-bottom-width")) > 0.0;
        let edge = self.color(&value(style, "border-top-color")).filter(|_| has_edge);
        if ground.is_none() && edge.is_none() {
            return;
        }
        let (x, y) = self.place(frame);
        let (width, height) = (frame.width(), frame.height());
        let radius = value(style, "border-top-left-radius");
        let round = match radius.strip_suffix('%') {
            Some(share) => share.parse::<f64>().unwrap_or_default() / 100.0 * width.min(height),
            None => pixels(&radius),
        };
        self.out.push_str("<rect");
        let size = [("x", x), ("y", y), ("width", width), ("height", height), ("rx", round)];
        attributes(&mut self.out, &size);
        attribute(&mut self.out, "fill", ground.as_deref().unwrap_or("none"));
        if let Some(edge) = edge {
            attribute(&mut self.out, "stroke", &edge);
            attribute(&mut self.out, "stroke-width", &short(wide));
        }
        self.out.push_str("/>");
    }

    /// The words of a text, each line of the screen as one text.
    fn words(&mut self, text: &Node, style: &CssStyleDeclaration, clip: (f64, f64)) {
        let (Some(data), Ok(range)) = (text.node_value(), self.document.create_range()) else {
            return;
        };
        let mut line = Line::default();
        let mut at = 0;
        for word in data.split_inclusive(char::is_whitespace) {
            let from = at;
            let seen = word.trim_end();
            let n = |word: &str| u32::try_from(word.encode_utf16().count()).unwrap_or_default();
            at += n(word);
            let set = range.set_start(text, from).and(range.set_end(text, from + n(seen)));
            if seen.is_empty() || set.is_err() {
                continue;
            }
            let frame = range.get_bounding_client_rect();
            if frame.width() <= 0.0 {
                continue;
            }
            if frame.right() > clip.0 + 1.0 || frame.bottom() > clip.1 + 2.0 {
                if line.words.is_empty() {
                    let edge = (clip.0 - pixels(&value(style, "font-size")), clip.1 + 2.0);
                    if let Some((words, frame)) = cut(&range, text, from, seen, edge) {
                        line = Line { words, ..Line::at(self.place(&frame), &frame) };
                    }
                } else {
                    line.words.push('…');
                }
                break;
            }
            let (x, y) = self.place(&frame);
            if !line.words.is_empty() && (y - line.top).abs() < 2.0 {
                line.words.push(' ');
                line.left = line.left.min(x);
                line.right = line.right.max(x + frame.width());
            } else {
                self.write(&line, style);
                line = Line::at((x, y), &frame);
            }
            line.words.push_str(seen);
        }
        self.write(&line, style);
    }

    fn write(&mut self, line: &Line, style: &CssStyleDeclaration) {
        let Some(ink) = self.color(&value(style, "color")).filter(|_| !line.words.is_empty())
        else {
            return;
        };
        let to_left = value(style, "direction") == "rtl";
        // Letters stand a third of their size below the middle of the line.
        let size = pixels(&value(style, "font-size"));
        let down = f64::midpoint(line.top, line.bottom) + size * 0.34;
        self.out.push_str("<text");
        let across = if to_left { line.right } else { line.left };
        attributes(&mut self.out, &[("x", across), ("y", down)]);
        if to_left {
            attribute(&mut self.out, "direction", "rtl");
        }
        attribute(&mut self.out, "fill", &ink);
        look(&mut self.out, style, LETTERS.get(..4).unwrap_or_default());
        self.out.push('>');
        escape(&mut self.out, &line.words);
        self.out.push_str("</text>");
        self.said.push_str(&bare(&line.words));
    }

    /// A drawing of the page, in a frame of the size that it has there.
    fn shapes_of(&mut self, drawing: &Element, style: &CssStyleDeclaration, frame: &DomRect) {
        if frame.width() <= 0.0 {
            return;
        }
        let (x, y) = self.place(frame);
        // Where lines run from right to left, some drawings are turned over.
        let is_turned = value(style, "transform").starts_with("matrix(-1");
        if is_turned {
            let across = short(2.0 * x + frame.width());
            let _written = write!(self.out, "<g transform=\"translate({across}) scale(-1 1)\">");
        }
        self.out.push_str("<svg overflow=\"visible\"");
        let size = [("x", x), ("y", y), ("width", frame.width()), ("height", frame.height())];
        attributes(&mut self.out, &size);
        copied(&mut self.out, drawing, &["viewBox", "preserveAspectRatio"]);
        self.out.push('>');
        self.shapes_in(drawing);
        self.out.push_str(if is_turned { "</svg></g>" } else { "</svg>" });
    }

    fn shapes_in(&mut self, parent: &Element) {
        let children = parent.children();
        for child in (0..children.length()).filter_map(|nth| children.item(nth)) {
            if let Some(style) = self.style(&child).filter(|style| !is_unseen(style)) {
                self.shape(&child, &style);
            }
        }
    }

    fn shape(&mut self, element: &Element, style: &CssStyleDeclaration) {
        let tag = element.tag_name();
        let is_group = matches!(&*tag, "g" | "a");
        let paint = ["fill", "stroke"].map(|name| self.color(&value(style, name)));
        if !is_group && paint.iter().all(Option::is_none) {
            return;
        }
        let tag = if is_group { "g" } else { &tag };
        let _written = write!(self.out, "<{tag}");
        let turned =
            element.get_attribute("transform").unwrap_or_else(|| value(style, "transform"));
        if !matches!(&*turned, "" | "none") {
            attribute(&mut self.out, "transform", &turned);
        }
        if is_group {
            look(&mut self.out, style, LOOK.get(..1).unwrap_or_default());
            self.out.push('>');
            self.shapes_in(element);
        } else {
            copied(&mut self.out, element, &PLACE);
            for (name, paint) in ["fill", "stroke"].into_iter().zip(paint) {
                attribute(&mut self.out, name, paint.as_deref().unwrap_or("none"));
            }
            look(&mut self.out, style, &LOOK);
            if tag == "text" {
                look(&mut self.out, style, &LETTERS);
            }
            self.out.push('>');
            if tag == "text" {
                let words = element.text_content().unwrap_or_default();
                escape(&mut self.out, &words);
                self.said.push_str(&bare(&words));
            }
        }
        let _written = write!(self.out, "</{tag}>");
    }
}
