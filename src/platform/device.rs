//! What the browser tells of the device, to choose by how much work it is given.

use wasm_bindgen::JsValue;

use super::dom;
use super::window::window;

/// The memory in gibibytes, rounded by the browser; none where it does not tell.
pub fn memory_gib() -> Option<u8> {
    let navigator = window()?.navigator();
    let told = js_sys::Reflect::get(&navigator, &JsValue::from_str("deviceMemory")).ok()?;
    let gib = told.as_f64().filter(|gib| (0.0..=255.0).contains(gib))?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
    Some(gib as u8)
}

/// Whether it is held in the hand: its first pointer is a finger.
pub fn is_phone() -> bool {
    dom::media("(pointer: coarse)")
}

/// Whether this is Safari in a tab, which forgets a site after seven days of its own use
/// without it. An installed app has a counter of its own.
pub fn is_safari_tab() -> bool {
    let agent = dom::user_agent();
    is_safari(&agent) && !dom::is_installed()
}

/// Whether what a browser says of itself is Safari's. On an iPhone and iPad every browser is.
fn is_safari(agent: &str) -> bool {
    let has = |word: &str| agent.contains(word);
    has("AppleWebKit") && has("Safari") && !has("Chrom") && (has("Mac OS X") || has("iPhone"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn safari_is_told_from_what_says_that_it_is_like_it() {
        let like = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
        let cases = [
            (format!("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {like} Version/18.5 Safari/605.1.15"), true),
            (format!("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) {like} Version/18.5 Mobile/15E148 Safari/604.1"), true),
            (format!("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) {like} CriOS/140.0 Mobile/15E148 Safari/604.1"), true),
            (format!("Mozilla/5.0 (X11; Linux x86_64) {like} Version/60.5 Safari/605.1.15"), false),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36".to_owned(), false),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0".to_owned(), false),
        ];
        for (agent, expected) in &cases {
            assert_eq!(is_safari(agent), *expected, "{agent}");
        }
        println!("browsers told apart: {}", cases.len());
    }
}
