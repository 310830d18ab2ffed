"""The question `pressure`: where influence and salience would take each issue."""
