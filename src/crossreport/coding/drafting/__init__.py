"""From triggers to drafts: one happening of one sentence, with its takers, setting, status and voices."""
