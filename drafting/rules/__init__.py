"""Pure rules: who may, when and what follows, clocks, names. No framework, no database."""
