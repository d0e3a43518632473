//! A picture with a quiet way to save it as a file.
//!
//! Role: that of the picture; below it a disclosure with two buttons. Keys: Tab, Enter and Space.

use leptos::prelude::*;
use satkarya_core::chart::PictureFile;

use super::button::Button;
use super::disclosure::Disclosure;
use super::ident;
use super::shown::Shown;
use crate::i18n::{msg, t};

/// Saves what stands in the element with an id. Given by the frame of the app to all that is in it;
/// without it a picture is only looked at.
#[derive(Debug, Clone, Copy)]
pub struct PictureSaver(pub Callback<(String, PictureFile)>);

/// A picture, with the words that belong to it, that can be saved while it is there.
pub fn saveable(picture: AnyView, is_there: Signal<bool>) -> AnyView {
    let id = ident::fresh("picture");
    let saver = use_context::<PictureSaver>().map(|it| it.0);
    let (name, id) = (id.clone(), StoredValue::new(id));
    let button = move |label: String, kind: PictureFile| {
        let save = move |()| {
            if let Some(saver) = saver {
                saver.run((id.get_value(), kind));
            }
        };
        view! { <Button on_click=Callback::new(save)>{label}</Button> }
    };
    view! {
        <div class="picture" id=name>
            {picture}
        </div>
        <Shown when=move || saver.is_some() && is_there.get()>
            <div class="no-print">
                <Disclosure summary=t(
                    msg::picture_save(),
                )>
                    <div class="stack stack--tight">
                        <p class="soft small">{t(msg::picture_unprotected())}</p>
                        <p class="cluster">
                            {button(t(msg::picture_svg()), PictureFile::Svg)}
                            {button(t(msg::picture_png()), PictureFile::Png)}
                        </p>
                    </div>
                </Disclosure>
            </div>
        </Shown>
    }
    .into_any()
}
