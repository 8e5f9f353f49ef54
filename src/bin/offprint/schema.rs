//! `offprint schema`.

use crate::Status;
use crate::args::{Form, Schema};
use crate::report::print;
use offprint::json::{SchemaKind, schema_of};

pub(crate) fn run(args: &Schema) -> Status {
    let kind = match args.form {
        Form::Article => SchemaKind::Article,
        Form::FrontMatter => SchemaKind::FrontMatter,
        Form::Practice => SchemaKind::Practice,
        Form::Collection => SchemaKind::Collection,
    };
    print(schema_of(kind))
}
