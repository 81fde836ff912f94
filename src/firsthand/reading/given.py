"""Common given names and the pronoun that goes with them; a name not here has either."""

MALE = """
    aaron abdul abdullah adam ahmad ahmed alan albert alejandro alex alexander ali allen anders
    andre andrew andy anthony antonio arthur barack barry ben benjamin bernie bill billy bob
    bobby boris brad brendan brent brett brian bruce bryan carl carlos chad charles charlie
    chris christian christopher chuck clarence clark claude colin craig curtis dale dan daniel
    darren dave david dennis derek diego dmitri dominic don donald doug douglas duncan dylan
    earl ed eddie edgar eduardo edward edwin elias elliot emmanuel enrique eric erik ernest
    ethan eugene evan felix fernando francis francisco francois frank fred frederick gabriel
    gareth gary gene geoffrey george gerald gerard giovanni glenn gordon graham greg gregory
    gunther guy hamish hans harold harry harvey hassan henry herbert howard hugh hugo hussein
    ian ibrahim isaac ivan jack jacob jake james jamie jared jason javier jay jean jeff jeffrey
    jeremy jerome jerry jesse jesus jim jimmy joe joel johan john johnny jon jonathan jordan
    jorge jose joseph josh joshua juan julian justin kareem karl keith ken kenneth kevin khalid
    kim kurt kyle lance larry lars laurence lawrence lee leo leon leonard leonid lewis liam
    lloyd louis lucas luis luke magnus malcolm manuel marc marcel marco marcus mario mark martin
    marvin matt matthew maurice max michael miguel mike mikhail milton mitch mitt mohamed
    mohammad mohammed morgan muhammad mustafa nathan neil nelson nicholas nick nicolas nigel
    noah norman oliver omar oscar otto owen pablo pat patrick paul pedro per peter phil philip
    phillip pierre rafael ralph ramon randy raul ray raymond reza ricardo richard rick rob
    robert roberto robin rodney roger roland roman ron ronald ross roy rudolph rudy rupert
    russell ryan sam samuel saul scott sean sergei sergio seth shane shaun simon spencer stan
    stanley stefan stephen steve steven stewart stuart sven ted terrence terry theodore thomas
    tim timothy toby todd tom tommy tony travis trevor tyler vernon viktor vincent vladimir wade
    walter warren wayne wesley will william winston yusuf zachary
"""
FEMALE = """
    abigail adele agnes aisha alexandra alice alicia alison allison amanda amber amelia amina
    amy ana andrea angela angelina anita ann anna anne annette annie april ashley audrey barbara
    beatrice becky bernadette beth betty beverly bonnie brenda bridget brittany camille carla
    carly carmen carol caroline carolyn carrie catherine cathy cecilia charlotte chelsea cheryl
    chloe christina christine cindy claire clara claudia colleen connie courtney crystal cynthia
    daisy dana danielle dawn deborah debbie debra denise diana diane dolores donna dora doris
    dorothy edith eileen elaine eleanor elena elisabeth elise elizabeth ella ellen emily emma
    erica erin esther eva evelyn faith fatima faye felicity fiona florence frances gabriela gail
    gennifer georgia gina gladys glenda gloria grace greta gwen hannah harriet hazel heather
    heidi helen helena hilary hillary holly ida inez ingrid irene iris irina isabel isabella
    ivanka jacqueline jane janet janice jasmine jean jeanne jen jenna jennifer jenny jessica
    jill jo joan joanna jocelyn josephine joy joyce juanita judith judy julia julie june karen
    kate katherine kathleen kathryn kathy katie kayla kelly kim kimberly kristen kristin laura
    lauren leah leila lena leslie lillian lily linda lisa liz lois lori lorraine louise lucia
    lucy lydia lynn madeleine madison maggie margaret maria marie marilyn marina marion marjorie
    marsha martha mary maureen megan melania melanie melissa mercedes meredith mia michelle
    mildred miriam molly monica nadia nancy naomi natalia natalie natasha nicole nina nora norma
    olga olivia pamela patricia paula pauline peggy penelope phyllis rachel rebecca regina renee
    rhonda rita roberta rosa rosalind rose rosemary ruby ruth sabrina sally samantha sandra sara
    sarah sharon sheila shirley silvia sofia sonia sophia sophie stacy stella stephanie sue
    susan suzanne sylvia tamara tanya tara teresa theresa tina tracy valerie vanessa vera
    veronica victoria violet virginia vivian wanda wendy yasmin yolanda yvonne zoe
"""

BOTH = {
    "kim",
    "jean",
    "pat",
    "leslie",
    "robin",
    "jordan",
    "jamie",
    "lee",
    "morgan",
    "tracy",
    "dana",
    "kelly",
    "marion",
}

GIVEN: dict[str, str] = {
    **dict.fromkeys(set(MALE.split()) - BOTH, "male"),
    **dict.fromkeys(set(FEMALE.split()) - BOTH, "female"),
}
