"""The query language: from what a person types to what the search engine is asked, and what is highlighted.

- tokens: a query cut into pieces; grammar: these read; tree: what they make
- faults: what is wrong with a query, and what would work
- compiling: the tree as a question for Tantivy; clauses: its smallest pieces; finding: that of one word or phrase
- forms: other forms of a word; naming: Korean names in other spellings
- daterange: dates in a query; days: records chosen by their days
- needles: what is pointed at in a hit
"""
