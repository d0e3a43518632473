//! Reading aloud, by voices that live on this device and no others: the words must not leave it.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::window::window;

fn synthesis() -> Option<SpeechSynthesis> {
    // Some browsers have none, and say so by throwing.
    window()?.speech_synthesis().ok()
}

/// The voice of this device for a language, such as `en-GB`: one of the same language at least.
fn voice(language: &str) -> Option<SpeechSynthesisVoice> {
    let short = language.split('-').next().unwrap_or_default();
    let voices: Array = synthesis()?.get_voices().unchecked_into();
    let local = voices.iter().filter_map(|it| it.dyn_into::<SpeechSynthesisVoice>().ok());
    let mut local: Vec<_> = local.filter(SpeechSynthesisVoice::local_service).collect();
    local.retain(|it| it.lang().split(['-', '_']).next() == Some(short));
    local.sort_by_key(|it| it.lang() != language);
    local.into_iter().next()
}

/// Whether this device has a voice of its own for a language.
pub fn has_voice(language: &str) -> bool {
    voice(language).is_some()
}

/// Reads a text aloud, in place of whatever is being read. Silent without a voice of this device.
pub fn say(text: &str, language: &str) {
    let (Some(synthesis), Some(voice)) = (synthesis(), voice(language)) else { return };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) else { return };
    utterance.set_voice(Some(&voice));
    utterance.set_lang(&voice.lang());
    synthesis.cancel();
    synthesis.speak(&utterance);
}

/// Stops reading.
pub fn hush() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}
