ALTER TABLE history_points ADD COLUMN source_uk TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
ALTER TABLE history_points ADD COLUMN note_uk TEXT NOT NULL DEFAULT '';
