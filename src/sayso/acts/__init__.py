"""Words to acts: one small taxonomy of what states do, the classes of what they do it with, and the words for both."""
