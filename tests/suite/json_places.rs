//! Every node of an article that was read from JSON knows where it stands there.

use crate::support::root;
use offprint::model::visit::{self, Visit};
use offprint::model::{Author, Block, Credential, Footnote, Inline, Reading, Section};
use offprint::{Origin, Source, json};

/// What each node is as JSON, and where it says that it stands.
#[derive(Default)]
struct Nodes(Vec<(serde_json::Value, Origin)>);
impl Nodes {
    fn add(&mut self, node: &impl serde::Serialize, origin: Origin) {
        self.0.push((serde_json::to_value(node).unwrap(), origin));
    }
}
impl<'a> Visit<'a> for Nodes {
    fn author(&mut self, node: &'a Author) {
        self.add(node, node.origin);
        for credential in &node.credentials {
            let origin = match credential {
                Credential::Membership(held) => held.origin,
                Credential::Degree(held) => held.origin,
                Credential::Affiliation(held) => held.origin,
                _ => panic!("a new kind of credential has no place yet"),
            };
            self.add(credential, origin);
        }
        visit::author(self, node);
    }
    fn section(&mut self, node: &'a Section) {
        self.add(&node.heading, node.origin);
        visit::section(self, node);
    }
    fn block(&mut self, node: &'a Block) {
        self.add(node, node.origin());
        if let Block::List { items, .. } = node {
            items.iter().for_each(|item| self.add(item, item.origin));
        }
        visit::block(self, node);
    }
    fn inline(&mut self, node: &'a Inline) {
        self.add(node, node.origin());
        visit::inline(self, node);
    }
    fn footnote(&mut self, node: &'a Footnote) {
        self.add(node, node.origin);
        visit::footnote(self, node);
    }
    fn reading(&mut self, node: &'a Reading) {
        self.add(node, node.origin);
        visit::reading(self, node);
    }
}

#[test]
fn every_node_knows_its_place_in_the_json() {
    let path = "fixtures/json/version-1.json";
    let text = std::fs::read_to_string(root().join(path)).unwrap();
    let source = Source::new(path, text.clone());
    let article = json::read(&source).unwrap();
    assert_eq!(article.source.as_str(), path);

    let mut nodes = Nodes::default();
    nodes.article(&article);
    let cover = article.metadata.cover.as_ref().unwrap();
    nodes.add(cover, cover.origin);
    assert!(nodes.0.len() > 50);
    for (node, origin) in nodes.0 {
        let there: serde_json::Value = serde_json::from_str(&text[origin.range()])
            .unwrap_or_else(|error| panic!("{error}: {node} at {origin:?}"));
        assert_eq!(there, node);
    }
}
