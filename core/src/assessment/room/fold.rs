//! Events become a room.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use serde_json::Value as Json;

use super::{Agreement, Called, Hands, Parked, Rater, Room, Round, RoundState, Table, Vote, covered};
use crate::assessment::{Assessment, Event, EventId, Stamp, Thing};
use crate::order;
use crate::rubric::{Id, QuestionIx, Rubric};
use crate::text::Clean;

impl Assessment {
    /// What the room said. What does not fit its question counts as not said; it stays in the file.
    pub fn room(&self, rubric: &Rubric) -> Room {
        let mut room = Room::default();
        let mut statements: Vec<(QuestionIx, Stamp, EventId, Clean)> = Vec::new();
        let mut raters = Raters::default();
        for thing in self.ledger().things().filter(|thing| thing.is_of_room()) {
            let Some(event) = self.ledger().shown(thing) else { continue };
            match thing {
                Thing::Rater(id) => raters.named(id, event),
                Thing::Left(id) if event.is.as_json() == "true" => raters.left(id, event),
                Thing::Parked(_) => room.parked.extend(parked(event)),
                _ => {
                    let Some(ix) = thing.question().and_then(|q| rubric.question_ix(q.as_str())) else { continue };
                    let (question, table) = (rubric.question(ix), room.tables.entry(ix).or_default());
                    match thing {
                        Thing::Vote(number, _, rater) => {
                            if let Some(vote) = Vote::read(&event.is, question) {
                                raters.heard_of(rater, event);
                                round(table, *number).votes.push((rater.clone(), vote));
                            }
                        }
                        Thing::Hands(number, _) => {
                            if let Some(hands) = Hands::read(&event.is, question) {
                                round(table, *number).hands = Some(hands);
                            }
                        }
                        Thing::Round(number, _) => {
                            if let Some(state) = RoundState::read(&event.is) {
                                round(table, *number).state = state;
                            }
                        }
                        Thing::Agreed(_) => table.agreed = Agreement::read(&event.is, question),
                        Thing::Statement(..) => {
                            statements.extend(event.is.as_text().map(|text| (ix, event.at, event.id, text)));
                        }
                        _ => {}
                    }
                }
            }
        }
        if self.is_looked_on {
            room.tables.values_mut().for_each(covered::hold);
        }
        for round in room.tables.values_mut().flat_map(|t| &mut t.rounds) {
            order::by(&mut round.votes, |(a, _), (b, _)| a.cmp(b));
        }
        order::by_key(&mut statements, |(_, at, id, _)| (at.unix_ms, *id));
        for (question, _, _, text) in statements {
            room.tables.entry(question).or_default().statements.push(text);
        }
        order::by_key(&mut room.parked, |p| (p.at.0.unix_ms, p.at.1));
        room.raters = raters.in_order(self.ledger().events());
        room
    }
}

fn round(table: &mut Table, number: u8) -> &mut Round {
    let number = usize::from(number.max(1));
    if table.rounds.len() < number {
        table.rounds.resize(number, Round::default());
    }
    &mut table.rounds[number - 1]
}

fn parked(event: &Event) -> Option<Parked> {
    let value = event.is.parse();
    let text = Clean::block(value.get("text")?.as_str()?);
    let question = value.get("question").and_then(Json::as_str).and_then(Id::new);
    (!text.is_blank()).then_some(Parked { text, question, at: (event.at, event.id) })
}

/// Raters as they are heard of, in whatever order.
#[derive(Default)]
struct Raters(HashMap<Id, Rater>);

impl Raters {
    fn heard_of(&mut self, id: &Id, event: &Event) -> &mut Rater {
        let joined = (event.at, event.id);
        match self.0.entry(id.clone()) {
            Entry::Occupied(known) => {
                let rater = known.into_mut();
                rater.joined = rater.joined.min(joined);
                rater
            }
            Entry::Vacant(free) => free.insert(Rater {
                id: id.clone(),
                name: Clean::default(),
                role: Clean::default(),
                seat: None,
                is_here: true,
                joined,
            }),
        }
    }

    fn named(&mut self, id: &Id, event: &Event) {
        let Called { name, role, seat } = Called::read(&event.is);
        let rater = self.heard_of(id, event);
        (rater.name, rater.role, rater.seat) = (name, role, seat);
    }

    fn left(&mut self, id: &Id, event: &Event) {
        self.heard_of(id, event).is_here = false;
    }

    /// In the order of joining: somebody who is called otherwise later keeps the place.
    fn in_order(mut self, events: &[Event]) -> Vec<Rater> {
        for event in events {
            if let Thing::Rater(id) = &event.thing
                && let Some(rater) = self.0.get_mut(id)
            {
                rater.joined = rater.joined.min((event.at, event.id));
            }
        }
        let mut raters: Vec<Rater> = self.0.into_values().collect();
        order::by(&mut raters, |a, b| (a.joined, &a.id).cmp(&(b.joined, &b.id)));
        raters
    }
}
