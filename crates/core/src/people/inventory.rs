//! The answers about a relationship: how near, how often, what each gives and hopes for.
//!
//! Each may be left out. None is a mark for a person, and nothing adds them up.

use serde::{Deserialize, Serialize};

use crate::diary::choice::choice;
use crate::rating::{Depth, Turn};

choice! {
    /// How near somebody stands, from the inside of the circle outward.
    Ring {
        /// Very close.
        VeryClose,
        /// Close.
        Close,
        /// In my life.
        Around,
        /// Distant, out of touch, or died.
        Outside,
    }
}
choice! {
    /// How often the two are in touch.
    Contact {
        /// Daily.
        Daily,
        /// Weekly.
        Weekly,
        /// Monthly.
        Monthly,
        /// A few times a year.
        FewTimesAYear,
        /// Hardly ever.
        HardlyEver,
    }
}
choice! {
    /// Whether one could tell them how one really feels.
    CanTell {
        /// Yes.
        Yes,
        /// Some things.
        SomeThings,
        /// No.
        No,
    }
}
choice! {
    /// Whether they know that somebody has been struggling.
    KnowsLow {
        /// Yes.
        Yes,
        /// A bit.
        ABit,
        /// No.
        No,
        /// Rather not say.
        RatherNot,
    }
}
choice! {
    /// What somebody gives.
    Gives {
        /// Listening.
        Listening,
        /// Practical help.
        PracticalHelp,
        /// Advice or information.
        Advice,
        /// Company and fun.
        Company,
        /// The feeling of being valued.
        Valued,
        /// Money or a lift.
        Means,
        /// A shared faith or purpose.
        Purpose,
    }
}
choice! {
    /// A way in which the two are in touch.
    Way {
        /// In person.
        InPerson,
        /// By phone.
        Phone,
        /// By messages.
        Messages,
        /// By video.
        Video,
        /// Elsewhere online.
        Online,
    }
}
choice! {
    /// Whether one feels safe with somebody.
    Safe {
        /// Yes.
        Yes,
        /// Not always.
        NotAlways,
        /// No.
        No,
        /// Rather not say.
        RatherNot,
    }
}
choice! {
    /// What usually happens when the two disagree.
    Disagree {
        /// They talk it out.
        TalkOut,
        /// It blows up.
        BlowsUp,
        /// It goes quiet.
        GoesQuiet,
        /// They avoid it.
        Avoid,
        /// It does not come up.
        DoesNotComeUp,
    }
}
choice! {
    /// What the relationship has become since the mood dropped.
    Shift {
        /// Closer.
        Closer,
        /// The same.
        Same,
        /// More distant.
        Distant,
        /// More tense.
        Tense,
    }
}

impl Ring {
    /// The ring one step nearer; the innermost stays.
    #[must_use]
    pub fn nearer(self) -> Self {
        match self {
            Self::VeryClose | Self::Close => Self::VeryClose,
            Self::Around => Self::Close,
            Self::Outside => Self::Around,
        }
    }

    /// The ring one step further out; outside stays.
    #[must_use]
    pub fn further(self) -> Self {
        match self {
            Self::VeryClose => Self::Close,
            Self::Close => Self::Around,
            Self::Around | Self::Outside => Self::Outside,
        }
    }
}

/// Where on their ring somebody was put by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// In which direction.
    pub turn: Turn,
    /// How far out within the ring.
    pub depth: Depth,
}
