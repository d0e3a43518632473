//! One tab writes; the others look on.
//!
//! The writer holds a Web Lock for as long as it lives. Another tab may ask for it: it tells
//! the writer, which finishes its writing and lets go, and takes the lock. Web Locks alone do
//! not make localStorage safe between processes, so the taker also waits for the redo log's
//! generation (see the core's fence).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

use super::window::window;

/// The name of the lock that the writer holds.
const LOCK: &str = "sk1-writer";
/// The channel on which tabs speak.
const CHANNEL: &str = "sk1";
/// How long the writer may take to finish before the lock is taken from it.
const PATIENCE_MS: u32 = 2000;

/// What this tab may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It writes.
    Writer,
    /// Another tab writes.
    Follower,
}

/// What tabs say to each other. Nothing personal is ever said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saying {
    /// "I would like to write: please finish and let go."
    PleaseRelease,
    /// "I have let go."
    Released,
    /// "Something was written."
    Written,
    /// "Everything is erased: forget what you show, and write nothing more."
    Erased,
    /// "The lock is about to change: keep what is typed, and let go of everything."
    Locking,
    /// "It has changed: look again."
    Locked,
}

impl Saying {
    const ALL: [Self; 6] = [
        Self::PleaseRelease,
        Self::Released,
        Self::Written,
        Self::Erased,
        Self::Locking,
        Self::Locked,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::PleaseRelease => "please-release",
            Self::Released => "released",
            Self::Written => "written",
            Self::Erased => "erased",
            Self::Locking => "locking",
            Self::Locked => "locked",
        }
    }
}

/// The hold on the lock: resolving it lets go.
type LetGo = Rc<RefCell<Option<Function>>>;

/// This tab among the others.
#[derive(Clone)]
pub struct Tabs {
    channel: Option<BroadcastChannel>,
    let_go: LetGo,
}

impl Tabs {
    /// Joins the other tabs of this origin.
    pub fn join() -> Self {
        Self { channel: BroadcastChannel::new(CHANNEL).ok(), let_go: LetGo::default() }
    }

    /// Asks for the lock and tells the role.
    ///
    /// Where the browser has no locks, or refuses them, every tab looks on until it is told to
    /// continue: when in doubt, nothing is written.
    ///
    /// `lost` is called if another tab takes the lock by force.
    pub async fn claim(&self, lost: impl Fn() + 'static) -> Role {
        self.request("ifAvailable", lost).await
    }

    /// Takes the writing over: asks the writer to finish, waits for it, and takes the lock.
    pub async fn take_over(&self, lost: impl Fn() + 'static) -> Role {
        self.say(Saying::PleaseRelease);
        let released = self.hear_once(Saying::Released);
        let patience = gloo_timers::future::TimeoutFuture::new(PATIENCE_MS);
        // Either way the lock is taken: a tab that does not answer is frozen or gone.
        futures_util::future::select(Box::pin(released), patience).await;
        if locks().is_none() {
            // The person says so, and there is nothing to hold: trust them.
            return Role::Writer;
        }
        self.request("steal", lost).await
    }

    /// Lets go of the lock and says so.
    pub fn release(&self) {
        if let Some(let_go) = self.let_go.borrow_mut().take() {
            drop(let_go.call0(&JsValue::UNDEFINED));
        }
        self.say(Saying::Released);
    }

    /// Says something to the other tabs.
    pub fn say(&self, saying: Saying) {
        if let Some(channel) = &self.channel {
            drop(channel.post_message(&saying.word().into()));
        }
    }

    /// Calls back on what other tabs say, until the guard is dropped. Anything else is ignored.
    pub fn hear(&self, then: impl Fn(Saying) + 'static) -> Option<EventListener> {
        let channel = self.channel.as_ref()?;
        Some(EventListener::new(channel, "message", move |event| {
            let word = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            let saying = Saying::ALL.into_iter().find(|s| word.as_deref() == Some(s.word()));
            if let Some(saying) = saying {
                then(saying);
            }
        }))
    }

    async fn hear_once(&self, expected: Saying) {
        let (sender, receiver) = futures_channel::oneshot::channel();
        let sender = RefCell::new(Some(sender));
        let _listener = self.hear(move |saying| {
            if saying == expected
                && let Some(sender) = sender.borrow_mut().take()
            {
                // The waiting side may have lost its patience already.
                _ = sender.send(());
            }
        });
        _ = receiver.await;
    }

    /// Requests the lock with one option set, and answers as soon as it is known who has it.
    async fn request(&self, option: &str, lost: impl Fn() + 'static) -> Role {
        let Some(locks) = locks() else { return Role::Follower };
        let (sender, receiver) = futures_channel::oneshot::channel();
        let sender = Rc::new(RefCell::new(Some(sender)));
        let answer = move |has: bool| {
            if let Some(sender) = sender.borrow_mut().take() {
                // Whoever asked may have gone meanwhile.
                _ = sender.send(has);
            }
        };
        let refuse = answer.clone();
        // A lock that is lost before anybody could say that it was got is not held.
        let is_lost = Rc::new(Cell::new(false));
        let losing = Rc::clone(&is_lost);
        let let_go = Rc::clone(&self.let_go);
        let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            let has = !lock.is_null() && !lock.is_undefined();
            answer(has);
            if !has {
                return JsValue::UNDEFINED;
            }
            // The lock is held until this promise is resolved.
            Promise::new(&mut |resolve, _| *let_go.borrow_mut() = Some(resolve)).into()
        });
        let options = Object::new();
        let asked = Reflect::set(&options, &option.into(), &JsValue::TRUE)
            .and_then(|_| Reflect::get(&locks, &"request".into()))
            .and_then(|method| {
                method.unchecked_into::<Function>().call3(&locks, &LOCK.into(), &options, &granted)
            });
        let Ok(held) = asked else { return Role::Follower };
        wasm_bindgen_futures::spawn_local(async move {
            // Rejected when another tab takes the lock by force, or when locks are refused.
            if wasm_bindgen_futures::JsFuture::from(Promise::resolve(&held)).await.is_err() {
                // Refused locks never call back, and nobody may wait for them for ever.
                losing.set(true);
                refuse(false);
                lost();
            }
        });
        let has = receiver.await.unwrap_or(false);
        if has && !is_lost.get() { Role::Writer } else { Role::Follower }
    }
}

fn locks() -> Option<JsValue> {
    let navigator = window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then_some(locks)
}
