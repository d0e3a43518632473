//! A list that keeps the row of an item for as long as its key is there.
//!
//! It is used as Leptos's `For`, which is compiled anew for every kind of item. Here all lists are
//! of one kind, and the app is smaller by it. Role and name are those of what stands around it.

use std::any::Any;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use leptos::prelude::*;

/// What tells a row from the others of its list.
trait AnyKey: Any + Send + Sync {
    fn same(&self, other: &dyn Any) -> bool;
    fn hash_into(&self, state: &mut dyn Hasher);
}

impl<K: Eq + Hash + Send + Sync + 'static> AnyKey for K {
    fn same(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }

    fn hash_into(&self, mut state: &mut dyn Hasher) {
        self.hash(&mut state);
    }
}

#[derive(Clone)]
struct Key(Arc<dyn AnyKey>);

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.0.same(&*other.0)
    }
}

impl Eq for Key {}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash_into(state);
    }
}

struct Row {
    key: Key,
    view: Box<dyn FnOnce() -> AnyView + Send>,
}

/// A row for each item.
#[component]
pub fn Keyed<T, I, K, V>(
    /// The items, read anew whenever they change.
    each: impl Fn() -> I + Send + 'static,
    /// What tells an item from the others.
    key: impl Fn(&T) -> K + Send + 'static,
    /// The row of an item. Made once for each key.
    children: impl Fn(T) -> V + Clone + Send + 'static,
) -> impl IntoView
where
    T: Send + 'static,
    I: IntoIterator<Item = T>,
    K: Eq + Hash + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let row = move |item: T| {
        let (key, children) = (Key(Arc::new(key(&item))), children.clone());
        Row { key, view: Box::new(move || children(item).into_any()) }
    };
    list(Box::new(move || each().into_iter().map(&row).collect()))
}

fn list(rows: Box<dyn Fn() -> Vec<Row> + Send>) -> AnyView {
    view! { <For each=rows key=|row| row.key.clone() children=|row: Row| (row.view)() /> }
        .into_any()
}
