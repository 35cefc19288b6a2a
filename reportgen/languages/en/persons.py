"""The English nouns that name persons, and those of places and institutions."""

from reportgen.languages.words import word_set

PERSONS = word_set("""
accused adult adults adviser advisers applicant applicants appointee appointees asylum-seeker asylum-seekers
beneficiaries beneficiary boy boys candidate candidates casualties child children citizen citizens civilian civilians
adolescent adolescents newborn newborns teenager teenagers convict
convicts counsel defendant defendants deputies deputy detainee detainees doctor doctors driver drivers employee
employees females foreigner foreigners girl girls guard guards individuals inmate inmates inspector inspectors
investigator investigators journalist journalists judge judges lawyer lawyers leader leaders males man manager managers
member members men migrant migrants minor minors mother mothers nurses offender offenders officer officers official
officials orphan orphans parent parents participant participants patient patients pensioner pensioners people
perpetrator perpetrators person persons policeman policemen prisoner prisoners prosecutor prosecutors pupil pupils
recipients refugee refugees resident residents seekers serviceman servicemen soldier soldiers specialist specialists
staff student students survivors suspect suspects teacher teachers trainee trainees user users victim victims voter
voters witness witnesses woman women worker workers youth youths
""")
"""Nouns of persons in the singular and the plural: of them it is said `of whom`, not `of which`."""
ONCE_A_PERSON = word_set(
    "death deaths birth births suicide suicides homicide homicides murder murders killing killings femicide femicides"
    " fatality fatalities"
)
"""What happens once to each of so many persons: of 9 deaths it is said that 9 persons died."""
OCCUPATIONS = (
    word_set("judge judges magistrate magistrates justices"),
    word_set("prosecutor prosecutors procurators"),
    word_set("lawyer lawyers attorney attorneys advocates counsel barristers solicitors"),
    word_set("police policeman policemen policewomen"),
    word_set("investigator investigators"),
    word_set("teacher teachers educators"),
    word_set("pupil pupils student students schoolchildren"),
    word_set("doctor doctors physician physicians"),
    word_set("nurse nurses midwives"),
    word_set("interpreter interpreters translators"),
    word_set("psychologist psychologists"),
    word_set("mediator mediators"),
    word_set("journalist journalists"),
    word_set("soldier soldiers servicemen"),
    word_set("guard guards warders"),
)
"""What persons are, each with the other names of it: no prosecutor is counted among judges."""
PLACES = word_set("""
barracks borders camps centers centres cities clinics colleges colonies communities countries courts districts
establishments facilities factories hospitals institutions kindergartens ministries municipalities offices
orphanages places premises prisons provinces regions schools settlements shelters sites stations towns universities
villages workplaces
""")
"""Nouns of places and of institutions."""
