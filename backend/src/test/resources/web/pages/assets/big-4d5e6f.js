// the big one
