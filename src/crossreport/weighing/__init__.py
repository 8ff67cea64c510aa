"""Independence, agreement, contradiction, arithmetic, grades."""
