//! Picks the icons of the interface from the Lucide set and writes each as one SVG path.
//!
//! Only what is named here reaches the browser. Circles, lines and rectangles become paths too,
//! so that an icon is a single attribute and the page never sets markup from a string.

use std::fmt::Write as _;

use icondata_lu as lu;
use roxmltree::{Document, Node};

/// Our name for an icon, and the drawing that stands for it.
const ICONS: &[(&str, &str)] = &[
    ("Add", lu::LuPlus.data),
    ("Archive", lu::LuHardDrive.data),
    ("Back", lu::LuArrowLeft.data),
    ("Call", lu::LuPhone.data),
    ("Calendar", lu::LuCalendarDays.data),
    ("Check", lu::LuCheck.data),
    ("ChevronDown", lu::LuChevronDown.data),
    ("ChevronLeft", lu::LuChevronLeft.data),
    ("ChevronRight", lu::LuChevronRight.data),
    ("ChevronUp", lu::LuChevronUp.data),
    ("Close", lu::LuX.data),
    ("Copy", lu::LuCopy.data),
    ("Delete", lu::LuTrash2.data),
    ("Download", lu::LuDownload.data),
    ("Edit", lu::LuPencil.data),
    ("External", lu::LuExternalLink.data),
    ("Filter", lu::LuListFilter.data),
    ("Heart", lu::LuHeart.data),
    ("Help", lu::LuCircleHelp.data),
    ("History", lu::LuHistory.data),
    ("Info", lu::LuInfo.data),
    ("Journey", lu::LuRoute.data),
    ("Keyboard", lu::LuKeyboard.data),
    ("Leave", lu::LuLogOut.data),
    ("Hide", lu::LuEyeOff.data),
    ("Less", lu::LuMinus.data),
    ("List", lu::LuList.data),
    ("Lock", lu::LuLock.data),
    ("Message", lu::LuMessageCircle.data),
    ("Moon", lu::LuMoon.data),
    ("More", lu::LuEllipsis.data),
    ("Offline", lu::LuCloudOff.data),
    ("Pages", lu::LuBookOpen.data),
    ("Patterns", lu::LuChartLine.data),
    ("People", lu::LuUsers.data),
    ("Person", lu::LuUser.data),
    ("Phone", lu::LuSmartphone.data),
    ("Pin", lu::LuPin.data),
    ("Print", lu::LuPrinter.data),
    ("Search", lu::LuSearch.data),
    ("Settings", lu::LuSettings.data),
    ("Shield", lu::LuShieldCheck.data),
    ("Star", lu::LuStar.data),
    ("Sun", lu::LuSun.data),
    ("Support", lu::LuLifeBuoy.data),
    ("ThemeSystem", lu::LuSunMoon.data),
    ("Today", lu::LuHouse.data),
    ("Undo", lu::LuUndo2.data),
    ("Upload", lu::LuUpload.data),
    ("Warning", lu::LuTriangleAlert.data),
    ("Year", lu::LuGrid3x3.data),
];

/// Writes the enum of icons with their paths.
///
/// # Errors
/// Names the icon whose drawing uses something this function cannot turn into a path.
pub(crate) fn generate() -> Result<String, Vec<String>> {
    let mut variants = String::new();
    let mut arms = String::new();
    for (name, drawing) in ICONS {
        let path =
            path(drawing).map_err(|reason| vec![format!("build/icons.rs: {name}: {reason}")])?;
        let _ = writeln!(variants, "    /// {}.", description(name));
        let _ = writeln!(variants, "    {name},");
        let _ = writeln!(arms, "            Self::{name} => {path:?},");
    }
    Ok(format!(
        "/// An icon of the interface, drawn on a square of 24 units.\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq)]\n\
         pub enum IconName {{\n{variants}}}\n\n\
         impl IconName {{\n    \
             /// The drawing as the data of one SVG path.\n    \
             pub(crate) const fn path(self) -> &'static str {{\n        match self {{\n{arms}        }}\n    }}\n}}\n"
    ))
}

/// `ChevronDown` as `Chevron down`.
fn description(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
            words.extend(letter.to_lowercase());
        } else {
            words.push(letter);
        }
    }
    words
}

/// All shapes of a drawing as one path.
fn path(drawing: &str) -> Result<String, String> {
    let markup = format!("<svg>{drawing}</svg>");
    let document = Document::parse(&markup).map_err(|error| error.to_string())?;
    let mut path = String::new();
    for shape in document.root_element().children().filter(Node::is_element) {
        let data = shape_path(shape)?;
        // A relative start would otherwise continue from the end of the shape before it.
        if data.starts_with('m') {
            path.push_str("M0 0");
        }
        path.push_str(&data);
    }
    Ok(path)
}

fn shape_path(shape: Node<'_, '_>) -> Result<String, String> {
    let text = |name: &str| {
        shape.attribute(name).ok_or_else(|| format!("<{}> without {name}", shape.tag_name().name()))
    };
    let number =
        |name: &str| text(name)?.parse::<f64>().map_err(|error| format!("{name}: {error}"));
    if let Some(style) = shape
        .attributes()
        .find(|attribute| ["fill", "stroke", "transform"].contains(&attribute.name()))
    {
        return Err(format!("a shape with its own {}", style.name()));
    }
    Ok(match shape.tag_name().name() {
        "path" => text("d")?.to_owned(),
        "circle" => {
            let (x, y, r) = (number("cx")?, number("cy")?, number("r")?);
            format!("M{} {y}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0z", x - r, d = 2.0 * r)
        }
        "line" => {
            format!("M{} {}L{} {}", number("x1")?, number("y1")?, number("x2")?, number("y2")?)
        }
        "polyline" => format!("M{}", text("points")?),
        "polygon" => format!("M{}z", text("points")?),
        "rect" => {
            let (x, y, r) = (
                number("x")?,
                number("y")?,
                if shape.has_attribute("rx") { number("rx")? } else { 0.0 },
            );
            let (across, down) = (number("width")? - 2.0 * r, number("height")? - 2.0 * r);
            format!(
                "M{} {y}h{across}a{r} {r} 0 0 1 {r} {r}v{down}a{r} {r} 0 0 1 -{r} {r}\
                 h-{across}a{r} {r} 0 0 1 -{r} -{r}v-{down}a{r} {r} 0 0 1 {r} -{r}z",
                x + r
            )
        }
        other => return Err(format!("a shape of the kind <{other}>")),
    })
}
