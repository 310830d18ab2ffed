"""Common given names and what they say about gender: a hint, never proof.

General knowledge; names that are as often surnames, places or words are left out.
"""

from __future__ import annotations

from typing import Literal

from detente.evidence.naming.name_folding import plain

MALE = frozenset(
    """aaron abdel abdul abdullah abdulla adam adel adil adnan adrian ahmad ahmed ahmet aidan ajay
    akbar alain alan albert alberto alejandro aleksandar aleksander aleksandr aleksei alex
    alexander alexandre alexei alexey alexis alfred ali alistair allan allen amin amir amit
    anatoly anders andre andrea andreas andrei andrej andres andrew andrey andrii andriy andrzej
    angelo anil anthony antoine anton antonio antony anwar arash ariel arif arjun armando arnaud
    arnold arseniy arthur arturo arvind ashok ashraf asif aslan augusto austin avi ayman aziz
    bashar bart bassam ben benedict benjamin bernard bernie bertrand bill bilal bob bogdan boris
    brad bradley brendan brett brian bruce bruno bryan carl carlo carlos cedric charles chris
    christoph christophe christopher claude claudio clement cornelius craig cyril cyrus dan daniel
    daniele danny dario dave david davide denis dennis derek diego dieter dimitri dimitris dirk
    dmitri dmitrii dmitriy dmitry dmytro dominic dominique donald doug douglas duncan dylan eamon ed
    eduard eduardo edward edwin ehud elias elliott emanuel emil emilio emmanuel emre enrico
    enrique erdal eric erik ernest ernesto ethan etienne eugene evgeny fabian fabio fabrice fadi
    faisal farhad farid federico felipe felix ferdinand fernando fidel filip florian francesco
    francis francisco francois franck franco frank frans franz fred frederic frederick fredrik
    friedrich fyodor gabriel gareth gary gavin geert geir gennady geoffrey george georges
    georgi gerald gerard gerhard ghassan gianni gideon gilbert gilles giorgi giovanni giuseppe
    glenn goran gordon graham greg gregor gregory guido guillaume guillermo gunther gustav gustavo
    hadi hakan hakeem hamad hamid hamza hans harald harold harry hasan hashim hassan heinrich
    heinz hector helmut hendrik henri henrik henry herbert hermann hideo hideki hikmet hiroshi
    hossein howard hubert hugh hugo hussein ian ibrahim igor ihor ilan ilham ilya imran iqbal
    isaac ismail itamar ivan ivo jaap jack jacob jacques jaime jair jake jakob jamal james
    jan janez janos jared jason javad javier jean jeff jeffrey jens jeremy jerome jerry
    jerzy jesper jesse jim jimmy joachim joao joaquin jochen joe joel johan johann johannes john
    jon jonas jonathan joost jorge jose josef josep joseph josh joshua josip juan jules julian
    julien julio jurgen justin kamal karel karim karl kaspar keith ken kenneth kevin khaled khalid
    khalil kiril klaus kofi konrad konstantin kurt kyle kyrylo lars laszlo laurent lawrence leif
    leo leon leonardo leonid leopold leopoldo leszek liam lindsey lorenzo louis luc luca lucas
    luciano luis luiz lukas maciej mahmood mahmoud malik manuel marc marcel marcelo marcin marco
    marek marian mario marius marko markus martin martti masoud massimo mateusz matt matteo
    matthew matthias maurice mauricio mauro maxim maxime maximilian mehdi mehmet michael michal
    michel miguel mihai mike mikhail miklos miko milos miro miroslav mitch mohamad mohamed
    mohammad mohammed mohsen moshe muhammad mustafa mykhailo mykola nabil naftali narendra nasser
    nathan neil nelson nicholas nick nicola nicolas nigel nikita nikola nikolai nikolay nikos nils
    noah nuno olaf oleg oleh oleksandr oleksii oleksiy oleksij oliver olivier omar orlando oscar
    osama osman otto pablo paolo pascal patrice patrick paul paulo pavel pavlo pedro per percy
    pete peter petr petro phil philip philippe pierre pieter piotr pradeep pranab predrag qasem
    rafael rafael rafik rafiq rahul rainer raj rajiv ralf ralph ramzan randy raphael rashid raul
    raymond recep reinhard rene ricardo riccardo richard rishi riyad rob robert roberto robin
    rodrigo roger roland rolf romano ron ronald ronen rory ruben rudolf rui ruslan russell rustam
    ryan saad sadiq saeed salah salim salman salvador sam sameh sami samir samuel sandro sanjay
    scott sean sebastian selim serge sergei sergey sergio serhii serhiy seth shane shaun shavkat
    shigeru shimon shinzo silvio simon slobodan sotiris spencer stanislav stefan stefano stephan
    stephane stephen steve steven stuart sven taleb tamim tarek tariq tayyip ted terence terry
    theo theodore thierry thomas tim timothy tobias todd tom tomas tomasz tommy tony toshio
    tristan tyler ulrich umberto vadim valdis valentin valery vasily vasyl viacheslav victor vijay
    viktor vincent vitali vitaliy vitaly vito vladimir vlad volker volodymyr vyacheslav walid
    wally walter warren wayne werner wilhelm willem william willy wim winston wojciech wolfgang
    xavier yahya yair yaroslav yasser yehuda yevgeny yitzhak yoav yossi youssef yuri yuriy yusuf
    yves zachary zaid zbigniew zoltan zoran""".split()
)
FEMALE = frozenset(
    """abigail ada adriana agnes aisha alessandra alexandra alice alicia alina alison amal amanda
    amina amy ana anastasia andrea angela angelina anita anja ann anna annalena anne annette
    annika annie antonella antonia anya ariana ashley asma astrid audrey ayesha barbara beata
    beate beatrice beatriz benita bettina bianca birgit brigitte bridget camilla carla carmen
    carol caroline caterina catherine cecilia celine charlotte cheryl christiane christina
    christine claire clara claudia colette condoleezza constance corinne cristina cynthia dalia
    daniela danielle daria deb deborah debbie delphine denise diana diane dilma dominika donna
    doris dorothy edith ekaterina elena eleanor eleni elisa elisabeth elise eliza elizabeth ella
    ellen elsa emily emma erica erika erna esther eva evelyn fatima fatma federica fiona francesca
    francoise frederica gabriela gabriella gabrielle galina gemma geraldine gisele giorgia giulia
    gloria golda greta gro gwendolyn hadja haley hanna hannah hanan heather heidi helen helena
    helene helga hilary hillary hina ilaria imane indira ines inga ingrid irena irene irina isabel
    isabella isabelle ivanka ivana jacinda jacqueline jana jane janet janine jasmine jeanne
    jelena jennifer jenny jessica jill joan joanna johanna josephine joyce juana judith julia
    juliana julie jutta kaja kamala karen karin karina karla karoline katarina kate katerina
    katharina katherine kathleen kathryn katie katja katrin kelly kerstin khadija kim kimberly
    kirsten kirsti kristalina kristen kristin kristina laila lara latifa laura lauren leila lena
    leslie lesley leyla lidia liesbeth lilia liliana lina linda lisa liz louise lucia lucie lucy
    lydia lyudmila madeleine magdalena mairead malala manuela margaret margareta margarita margot
    maria mariam marie marielle marina marine marion marisa marlene marsha marta martha martina
    mary maryam maya megan melania melissa mette mia michaela michele michelle mireille miriam
    moira molly monica monika myriam nadia nadine nancy naomi natalia natalie natalya natasha
    nathalie nicole nicola nikki nina noor nora nour oksana olga olha olivia pamela paola patricia
    paula paulina penny petra phoebe pilar pippa priya rachel raisa rania raquel rebecca renata
    rita roberta rosa rosalie rosemary roxana ruth sabine sabrina sahle sally samantha samia
    sandra sanna sara sarah shirin shirley silvia simone sirimavo sofia sonia sophia sophie stacy
    stefania stella stephanie sue susan susana susanne suzanne svetlana svitlana sviatlana sylvia
    sylvie tamara tania tanja tara tatiana tatyana teresa tessa theresa tina tulsi tzipi ursula
    valentina valeria valerie vanessa vera veronica veronika victoria viktoria viviane wendy yael
    yasmin yelena yulia yuliia yuliya yvette yvonne zainab zeinab zoe zuzana""".split()
)
# Names given to both are no hint of gender.
_BOTH = (MALE & FEMALE) | frozenset("jean kim robin alex alexis dominique chris".split())


def is_given_name(unit: str) -> bool:
    """True if the first part of ``unit`` ("Jean-Luc") is a common given name."""
    key = plain(unit).partition("-")[0]
    return key in MALE or key in FEMALE


def gender_of(unit: str) -> Literal["m", "f"] | None:
    """What a given name hints at; None where it tells nothing."""
    key = plain(unit).partition("-")[0]
    if key in _BOTH:
        return None
    return "m" if key in MALE else "f" if key in FEMALE else None
