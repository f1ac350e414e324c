"""What people type for what the documents call otherwise, and words that say nothing of what is looked for."""

# Everyday words with the documents' own, which are searched for too. Only where the one plainly means the other: a
# word that might mean something else is not here.
EVERYDAY = {
    # People
    "kid": "children", "teen": "young", "teenager": "young", "mum": "parent", "dad": "parent",
    "gay": "sexuality", "lgbt": "sexuality", "trans": "transgender",
    # What somebody lives with
    "cutting": "self-harm", "self injury": "self-harm", "kill myself": "suicide",
    "hearing voices": "psychosis", "hear voices": "psychosis", "schizophrenia": "psychosis",
    "bipolar": "severe mental illness",
    "panic": "anxiety", "panic attack": "anxiety", "low mood": "depression", "ptsd": "trauma",
    "anorexic": "anorexia", "bulimic": "bulimia",
    "postnatal": "perinatal", "postnatal depression": "perinatal", "antenatal": "perinatal", "pregnant": "pregnancy",
    "grief": "bereavement", "grieving": "bereavement", "bullied": "bullying", "lonely": "loneliness",
    "alzheimer": "dementia", "memory loss": "dementia", "asperger": "autism",
    "drinking": "alcohol", "drink": "alcohol", "cannabis": "drugs",
    # Where somebody is
    "job": "work", "unemployed": "employment", "jail": "prison", "skool": "school"}
# Words of every day that are spelt like a word of the documents, but are no misspelling of it.
SPELT_RIGHT = {"artistic", "burning", "cancer", "chance", "character", "charge", "crying", "different", "division",
               "exercise", "farm", "father", "fear", "juice", "material", "paint", "painting", "plain", "poison",
               "printing", "protect", "religion", "retirement", "scared", "sister", "taking", "theatre", "tired",
               "tree", "writing"}
SMALL = {"a", "an", "and", "any", "at", "by", "for", "from", "help", "in", "is", "my", "need", "of", "on", "or",
         "service", "services", "some", "someone", "support", "that", "the", "their", "to", "who", "with"}
