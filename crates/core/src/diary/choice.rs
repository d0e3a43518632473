//! The closed choices of an entry, in the order they are offered.
//!
//! The words for each live in the message files; a value that is stored never changes its name.

use serde::{Deserialize, Serialize};

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every choice, in the order they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }
    };
}
pub(crate) use choice;

choice! {
    /// What kind of event it was.
    EventKind {
        /// Talking together.
        Conversation,
        /// An argument.
        Argument,
        /// Silence, or keeping out of each other's way.
        Silence,
        /// A message, or something online.
        Message,
        /// Time spent together.
        TimeTogether,
        /// A call, visit or answer that did not come.
        NoContact,
        /// News about somebody or something.
        News,
        /// A reminder of a loss.
        Reminder,
        /// A good moment.
        GoodMoment,
        /// Time alone.
        Alone,
        /// Something else.
        Other,
    }
}
choice! {
    /// What came, against what was hoped for.
    Got {
        /// Better.
        Better,
        /// About that.
        AsExpected,
        /// Less.
        Less,
        /// The opposite.
        Opposite,
        /// No idea.
        Unsure,
    }
}
choice! {
    /// What the person did.
    Did {
        /// Said it clearly.
        SaidClearly,
        /// Hinted.
        Hinted,
        /// Stayed quiet.
        StayedQuiet,
        /// Snapped.
        Snapped,
        /// Apologised.
        Apologised,
        /// Asked.
        Asked,
        /// Listened.
        Listened,
        /// Said no.
        SaidNo,
        /// Left.
        Left,
        /// Something else.
        Other,
    }
}
choice! {
    /// What the person needed.
    Need {
        /// To be heard.
        BeHeard,
        /// Practical help.
        Help,
        /// Closeness.
        Closeness,
        /// Space.
        Space,
        /// Respect.
        Respect,
        /// Fairness.
        Fairness,
        /// To make up.
        MakeUp,
        /// Not sure.
        Unsure,
    }
}
choice! {
    /// The four problem areas of interpersonal therapy.
    Area {
        /// Grief and loss.
        Grief,
        /// A difficult relationship (role dispute).
        Dispute,
        /// A life change (role transition).
        Change,
        /// Loneliness and connection (interpersonal sensitivity).
        Connection,
    }
}
choice! {
    /// How much alcohol there was.
    Alcohol {
        /// None.
        None,
        /// Some.
        Some,
        /// A lot.
        Lots,
    }
}
