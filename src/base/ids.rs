//! Small numeric ids: where a thing stands in its list, in two or four bytes, with a type of its own for each kind.
//!
//! One macro defines them all. An id is only ever made from a place that fits, so a list that is too long is noticed
//! where it is numbered and nothing wraps. What the things are is not known here.

/// Defines id types. Each stands for one kind of list; validation keeps those lists within `LIMIT`.
macro_rules! ids {
    ($($(#[$doc:meta])+ $name:ident($int:ident)),+ $(,)?) => {$(
        $(#[$doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub struct $name($int);

        impl $name {
            /// The first of its list.
            pub const FIRST: Self = Self(0);

            /// How many things of one list can have an id.
            pub const LIMIT: usize = ($int::MAX as usize).saturating_add(1);

            /// The id of what stands at this place, counted from 0; none at [`Self::LIMIT`] and beyond.
            #[inline]
            pub fn from_index(index: usize) -> Option<Self> {
                $int::try_from(index).ok().map(Self)
            }

            /// The place in the list, from 0.
            #[inline]
            pub fn index(self) -> usize {
                self.0 as usize // from a place in a list, so it is one again
            }

            /// The same as the value of a packed field.
            #[inline]
            pub fn number(self) -> u32 {
                u32::from(self.0)
            }

            /// The ids of a list, in its order.
            #[inline]
            pub fn of<T>(list: &[T]) -> impl Iterator<Item = Self> + use<T> {
                (0..list.len()).map_while(Self::from_index)
            }

            /// The things of a list with their ids, in its order.
            #[inline]
            pub fn enumerate<T>(list: &[T]) -> impl Iterator<Item = (Self, &T)> {
                Self::of(list).zip(list)
            }

            /// The id of the first thing that fits.
            pub fn find<T>(list: &[T], mut fits: impl FnMut(&T) -> bool) -> Option<Self> {
                Self::enumerate(list).find(|(_, thing)| fits(thing)).map(|(id, _)| id)
            }
        }
    )+};
}

pub(crate) use ids;

#[cfg(test)]
mod tests {
    #![expect(unreachable_pub, reason = "what the macro defines is public")]

    ids!(
        /// A number for the test.
        TestId(u16)
    );

    #[test]
    fn an_id_is_made_of_a_place_that_fits_and_of_no_other() {
        let last = TestId::from_index(TestId::LIMIT - 1).expect("the last place");
        assert_eq!((last.index(), last.number()), (65_535, 65_535));
        assert_eq!(TestId::from_index(TestId::LIMIT), None);
        assert_eq!(TestId::from_index(TestId::LIMIT + 3), None, "and never the id of another thing");
    }

    #[test]
    fn the_ids_of_a_list_follow_it_to_its_end() {
        assert_eq!(TestId::of(&[(); TestId::LIMIT]).count(), TestId::LIMIT);
        assert_eq!(TestId::of(&[(); 0]).next(), None);
        let found = TestId::find(&["bell", "door", "door"], |word| *word == "door").expect("a door");
        assert_eq!(found.index(), 1);
        assert_eq!(TestId::enumerate(&["bell"]).collect::<Vec<_>>(), [(TestId::FIRST, &"bell")]);
    }
}
