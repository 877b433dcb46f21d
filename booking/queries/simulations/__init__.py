"""What a regulation would have asked: the dossiers to price again, and the runs that did so."""
