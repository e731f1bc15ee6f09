-- What a publication says of places, apart from it: pages about the places of all waves read a few kilobytes
-- of each wave, and never its whole document.
CREATE TABLE published_places (
  publication_id TEXT PRIMARY KEY REFERENCES publications (publication_id),
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER published_places_are_never_changed BEFORE UPDATE ON published_places
BEGIN SELECT RAISE(ABORT, 'what was published never changes'); END;
--> statement-breakpoint
CREATE TRIGGER published_places_are_never_deleted BEFORE DELETE ON published_places
BEGIN SELECT RAISE(ABORT, 'what was published never changes'); END;
