"""French, as the United Nations write it: the first of the other official languages."""
