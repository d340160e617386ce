<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>TerritoryDesign</name>
    <message>
        <location filename="../core/assignment/best_prices.py"/>
        <source>The limits are so tight that no assignment was found; widen them a little.</source>
        <translation>Die Grenzwerte sind so eng, dass keine Zuordnung gefunden wurde; weiten Sie sie ein wenig.</translation>
    </message>
    <message>
        <location filename="../core/assignment/integer_search.py"/>
        <source>Moves of single customers find no assignment within all limits.</source>
        <translation>Züge einzelner Kunden finden keine Zuordnung innerhalb aller Grenzwerte.</translation>
    </message>
    <message>
        <location filename="../core/assignment/limits.py"/>
        <location filename="../processing_provider/reports/customers.py"/>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <location filename="../core/assignment/limits.py"/>
        <location filename="../core/customers/group_search.py"/>
        <source>customers to keep</source>
        <translation>zu haltende Kunden</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/assignment/limits.py"/>
        <source>“{name}” is negative or not a number for {count} customers (rows {rows}); correct the values or leave these customers out.</source>
        <extracomment>For exactly one: “{name}” is negative or not a number for {count} customer (row {rows}); correct the value or leave this customer out.</extracomment>
        <translation>
            <numerusform>„{name}“ ist bei {count} Kunden negativ oder keine Zahl (Zeile {rows}); korrigieren Sie den Wert oder lassen Sie diesen Kunden weg.</numerusform>
            <numerusform>„{name}“ ist bei {count} Kunden negativ oder keine Zahl (Zeilen {rows}); korrigieren Sie die Werte oder lassen Sie diese Kunden weg.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/assignment/linear_programme.py"/>
        <source>The solver HiGHS gave up on these limits ({reason}). Widen them a little, or try another random seed.</source>
        <translation>Der Löser HiGHS hat bei diesen Grenzwerten aufgegeben ({reason}). Weiten Sie sie ein wenig oder versuchen Sie einen anderen Zufallsstartwert.</translation>
    </message>
    <message>
        <location filename="../core/assignment/names.py"/>
        <source>fixed customers (PREASSIGNED_FIELD)</source>
        <translation>feste Kunden (PREASSIGNED_FIELD)</translation>
    </message>
    <message>
        <location filename="../core/assignment/names.py"/>
        <source>maximum distance (MAX_DISTANCE)</source>
        <translation>maximale Entfernung (MAX_DISTANCE)</translation>
    </message>
    <message>
        <location filename="../core/assignment/names.py"/>
        <source>fixed customers (PREASSIGNED_FIELD) or the maximum distance (MAX_DISTANCE)</source>
        <translation>feste Kunden (PREASSIGNED_FIELD) oder maximale Entfernung (MAX_DISTANCE)</translation>
    </message>
    <message>
        <location filename="../core/assignment/solve.py"/>
        <source>There are no centres to assign customers to.</source>
        <translation>Es gibt keine Zentren, denen Kunden zugeordnet werden könnten.</translation>
    </message>
    <message>
        <location filename="../core/assignment/solve.py"/>
        <source>Some costs are not numbers; check the distances.</source>
        <translation>Manche Kosten sind keine Zahlen; prüfen Sie die Entfernungen.</translation>
    </message>
    <message>
        <location filename="../core/assignment/solve.py"/>
        <source>The limit on “{name}” does not fit {customers} customers and {centres} centres.</source>
        <translation>Der Grenzwert für „{name}“ passt nicht zu {customers} Kunden und {centres} Zentren.</translation>
    </message>
    <message>
        <location filename="../core/assignment/solvers.py"/>
        <source>OR-Tools cannot be used ({reason}); HiGHS goes on.</source>
        <translation>OR-Tools kann nicht benutzt werden ({reason}); HiGHS macht weiter.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/assignment/wording.py"/>
        <source>{count} customers may not go to any territory ({ids}). Ease the {rules}, or leave these customers out.</source>
        <extracomment>For exactly one: {count} customer may not go to any territory ({ids}). Ease the {rules}, or leave this customer out.</extracomment>
        <translation>
            <numerusform>{count} Kunde darf in kein Gebiet ({ids}). Lockern Sie diese Regel: {rules}, oder lassen Sie diesen Kunden weg.</numerusform>
            <numerusform>{count} Kunden dürfen in kein Gebiet ({ids}). Lockern Sie diese Regel: {rules}, oder lassen Sie diese Kunden weg.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}” of territory {id}: at least {least} and at most {most} contradict each other.</source>
        <translation>„{name}“ von Gebiet {id}: mindestens {least} und höchstens {most} widersprechen sich.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}”: the minima of all {count} territories add up to {needed}, but there are only {total}; {missing} are missing. Lower the minimum.</source>
        <extracomment>For exactly one: “{name}”: the minimum of the territory is {needed}, but there are only {total}; {missing} are missing. Lower the minimum.</extracomment>
        <translation>
            <numerusform>„{name}“: Das Minimum des Gebiets ist {needed}, es gibt aber nur {total}; {missing} fehlen. Senken Sie das Minimum.</numerusform>
            <numerusform>„{name}“: Die Minima aller {count} Gebiete ergeben zusammen {needed}, es gibt aber nur {total}; {missing} fehlen. Senken Sie das Minimum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}”: the maxima of all {count} territories add up to {room}, but there are {total}; {excess} find no place. Raise the maximum.</source>
        <extracomment>For exactly one: “{name}”: the maximum of the territory is {room}, but there are {total}; {excess} find no place. Raise the maximum.</extracomment>
        <translation>
            <numerusform>„{name}“: Das Maximum des Gebiets ist {room}, es gibt aber {total}; {excess} finden keinen Platz. Erhöhen Sie das Maximum.</numerusform>
            <numerusform>„{name}“: Die Maxima aller {count} Gebiete ergeben zusammen {room}, es gibt aber {total}; {excess} finden keinen Platz. Erhöhen Sie das Maximum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}”: {count} customers can be taken by no territory they may go to, being too heavy ({ids}); {worst} has {weight}, the maximum is {most}. Raise the maximum or leave these customers out.</source>
        <extracomment>For exactly one: “{name}”: {count} customer can be taken by no territory it may go to, being too heavy ({ids}); {worst} has {weight}, the maximum is {most}. Raise the maximum or leave this customer out.</extracomment>
        <translation>
            <numerusform>„{name}“: {count} Kunde kann von keinem Gebiet aufgenommen werden, in das er darf, weil er zu schwer ist ({ids}); {worst} hat {weight}, das Maximum ist {most}. Erhöhen Sie das Maximum oder lassen Sie diesen Kunden weg.</numerusform>
            <numerusform>„{name}“: {count} Kunden können von keinem Gebiet aufgenommen werden, in das sie dürfen, weil sie zu schwer sind ({ids}); {worst} hat {weight}, das Maximum ist {most}. Erhöhen Sie das Maximum oder lassen Sie diese Kunden weg.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}”: the {count} heaviest customers ({ids}) have {heavy} of {total}, but can be given to {count} territories at most. The others ({rest}) need at least {needed} together, and all other customers have only {left}. Lower the minimum.</source>
        <extracomment>For exactly one: “{name}”: the heaviest customer {ids} has {heavy} of {total} and can be given to one territory only. The others ({rest}) need at least {needed} together, and all other customers have only {left}. Lower the minimum.</extracomment>
        <translation>
            <numerusform>„{name}“: Der schwerste Kunde {ids} hat {heavy} von {total} und kann nur einem Gebiet gegeben werden. Die anderen ({rest}) brauchen zusammen mindestens {needed}, und alle anderen Kunden haben nur {left}. Senken Sie das Minimum.</numerusform>
            <numerusform>„{name}“: Die {count} schwersten Kunden ({ids}) haben {heavy} von {total}, können aber höchstens {count} Gebieten gegeben werden. Die anderen ({rest}) brauchen zusammen mindestens {needed}, und alle anderen Kunden haben nur {left}. Senken Sie das Minimum.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}”: of the {count} heaviest customers (each has {least} or more) no {crowd} fit into one territory, for which {most} is the maximum; so there is room for {places} of them only in all territories ({k}). Raise the maximum.</source>
        <translation>„{name}“: Von den {count} schwersten Kunden (jeder hat {least} oder mehr) passen keine {crowd} in ein Gebiet, dessen Maximum {most} ist; alle Gebiete ({k}) haben deshalb zusammen nur für {places} von ihnen Platz. Erhöhen Sie das Maximum.</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}” of territory {id}: at least {least} and at most {most} cannot be met. All values are multiples of {step}, so are their sums, and the nearest are {below} and {above}. Widen that limit.</source>
        <translation>„{name}“ von Gebiet {id}: Mindestens {least} und höchstens {most} sind nicht einzuhalten. Alle Werte sind Vielfache von {step}, ihre Summen also auch, und die nächsten sind {below} und {above}. Weiten Sie diesen Grenzwert.</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>at most {reach}</source>
        <translation>höchstens {reach}</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>at least {reach}</source>
        <translation>mindestens {reach}</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}”: {bounds} cannot be met. All values are multiples of {step}, so are their sums, and with such sums all {count} territories together have {which}; there are {total}. Widen that limit.</source>
        <extracomment>For exactly one: “{name}”: {bounds} cannot be met. All values are multiples of {step}, so are their sums, and with such a sum the territory has {which}; there are {total}. Widen that limit.</extracomment>
        <translation>
            <numerusform>„{name}“: {bounds} ist nicht einzuhalten. Alle Werte sind Vielfache von {step}, ihre Summen also auch, und mit einer solchen Summe hat das Gebiet {which}; es gibt {total}. Weiten Sie diesen Grenzwert.</numerusform>
            <numerusform>„{name}“: {bounds} ist nicht einzuhalten. Alle Werte sind Vielfache von {step}, ihre Summen also auch, und mit solchen Summen haben alle {count} Gebiete zusammen {which}; es gibt {total}. Weiten Sie diesen Grenzwert.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}”: territory {id} needs at least {least}, but the customers that may go there add up to {reach} only. Ease the {rules}, or lower the minimum.</source>
        <translation>„{name}“: Gebiet {id} braucht mindestens {least}, aber die Kunden, die hinein dürfen, ergeben zusammen nur {reach}. Lockern Sie diese Regel: {rules}; oder senken Sie das Minimum.</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}”: territory {id} may get at most {most}, but customers that may go nowhere else already add up to {forced}. Raise the maximum, or ease the {rules}.</source>
        <translation>„{name}“: Gebiet {id} darf höchstens {most} bekommen, aber Kunden, die sonst nirgends hin dürfen, ergeben zusammen schon {forced}. Erhöhen Sie das Maximum oder lockern Sie diese Regel: {rules}.</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}”: territory {id} currently has {current} and must keep {least}, but only {left} of them may stay. Lower the share to keep, or ease the {rules}.</source>
        <translation>„{name}“: Gebiet {id} hat zurzeit {current} und muss {least} behalten, aber nur {left} davon dürfen bleiben. Senken Sie den Anteil, der zu halten ist, oder lockern Sie diese Regel: {rules}.</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}” and “{retention}” contradict each other: territory {id} currently has {current} and needs at least {least}, so it must receive {needs}; but as the others keep their share it can receive at most {receives}. Lower the minimum or the share to keep.</source>
        <translation>„{name}“ und „{retention}“ widersprechen sich: Gebiet {id} hat zurzeit {current} und braucht mindestens {least}, muss also {needs} aufnehmen; weil die anderen ihren Anteil behalten, kann es aber höchstens {receives} aufnehmen. Senken Sie das Minimum oder den Anteil, der zu halten ist.</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}” and “{retention}” contradict each other: territory {id} may get at most {most}, but the share of its current {current} that it must keep is {kept} at least. Raise the maximum or lower the share to keep.</source>
        <translation>„{name}“ und „{retention}“ widersprechen sich: Gebiet {id} darf höchstens {most} bekommen, der Anteil an seinen jetzigen {current}, den es behalten muss, ist aber mindestens {kept}. Erhöhen Sie das Maximum oder senken Sie den Anteil, der zu halten ist.</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}” and “{retention}” contradict each other: territory {id} may get at most {most}, but customers that are not its own now and may go nowhere else add up to {fixed}, and the share of its current {current} that it must keep is {kept} at least: {fixed} + {kept} = {sum}. Raise the maximum, lower the share to keep, or ease the {rules}.</source>
        <translation>„{name}“ und „{retention}“ widersprechen sich: Gebiet {id} darf höchstens {most} bekommen, aber Kunden, die jetzt nicht seine sind und sonst nirgends hin dürfen, ergeben zusammen {fixed}, und der Anteil an seinen jetzigen {current}, den es behalten muss, ist mindestens {kept}: {fixed} + {kept} = {sum}. Erhöhen Sie das Maximum, senken Sie den Anteil, der zu halten ist, oder lockern Sie diese Regel: {rules}.</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}” at least (territory {ids})</source>
        <translation>„{name}“ mindestens (Gebiet {ids})</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}” at most (territory {ids})</source>
        <translation>„{name}“ höchstens (Gebiet {ids})</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>the {rules}</source>
        <translation>Regel: {rules}</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>These limits contradict each other: {parts}. The nearest one can come: {nearest}. Widen one of them.</source>
        <translation>Diese Grenzwerte widersprechen sich: {parts}. Am nächsten kommt man so: {nearest}. Weiten Sie einen davon.</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>territory {id}: {reached} instead of at least {bound} ({name})</source>
        <translation>Gebiet {id}: {reached} statt mindestens {bound} ({name})</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>territory {id}: {reached} instead of at most {bound} ({name})</source>
        <translation>Gebiet {id}: {reached} statt höchstens {bound} ({name})</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>The limits could be kept only by dividing a customer between two territories. Widen the limits.</source>
        <translation>Die Grenzwerte wären nur einzuhalten, wenn ein Kunde zwischen zwei Gebieten geteilt würde. Weiten Sie die Grenzwerte.</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>No assignment of whole customers that keeps the limits was found in {seconds} s; that there is none is not proved. Try another random seed, or widen the limits.</source>
        <translation>In {seconds} s wurde keine Zuordnung ganzer Kunden gefunden, die die Grenzwerte einhält; dass es keine gibt, ist nicht bewiesen. Versuchen Sie einen anderen Zufallsstartwert, oder weiten Sie die Grenzwerte.</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>The limits could be kept only by dividing a customer between two territories: “{name}” leaves {room} to spare ({total} in all, {bounds} for each territory), and the heaviest customer has {heaviest}. Widen that limit.</source>
        <translation>Die Grenzwerte wären nur einzuhalten, wenn ein Kunde zwischen zwei Gebieten geteilt würde: „{name}“ lässt {room} Spielraum ({total} insgesamt, {bounds} für jedes Gebiet), und der schwerste Kunde hat {heaviest}. Weiten Sie diesen Grenzwert.</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>No assignment of whole customers that keeps the limits was found in {seconds} s; that there is none is not proved. “{name}” leaves {room} to spare ({total} in all, {bounds} for each territory), and the heaviest customer has {heaviest}. Try another random seed, or widen that limit.</source>
        <translation>In {seconds} s wurde keine Zuordnung ganzer Kunden gefunden, die die Grenzwerte einhält; dass es keine gibt, ist nicht bewiesen. „{name}“ lässt {room} Spielraum ({total} insgesamt, {bounds} je Gebiet), und der schwerste Kunde hat {heaviest}. Versuchen Sie einen anderen Zufallsstartwert, oder weiten Sie diesen Grenzwert.</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>at least {least}</source>
        <translation>mindestens {least}</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>at most {most}</source>
        <translation>höchstens {most}</translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>at least {least} and at most {most}</source>
        <translation>mindestens {least} und höchstens {most}</translation>
    </message>
    <message>
        <location filename="../core/balance/balance_search.py"/>
        <source>No plan that keeps the maximum deviation is better: all territories that can be part of one were compared.</source>
        <translation>Kein Plan innerhalb der maximalen Abweichung ist besser: Alle Gebiete, die Teil eines solchen sein können, wurden verglichen.</translation>
    </message>
    <message>
        <location filename="../core/balance/balance_search.py"/>
        <source>The search has ended early and gives back its best plan so far. {reason}</source>
        <translation>Die Suche wurde vorzeitig beendet und liefert ihren bisher besten Plan. {reason}</translation>
    </message>
    <message>
        <location filename="../core/balance/broken_limit.py"/>
        <source>No connected plan keeps every territory within {limit:g} % of its target: the best one has a worst deviation of {reached:.4g} %. Raise “Maximum deviation from the target” (MAX_DEVIATION), or relax the other rules (maximum change, locks, groups).</source>
        <translation>Kein zusammenhängender Plan hält jedes Gebiet innerhalb von {limit:g} % seines Sollwerts: Der beste hat eine größte Abweichung von {reached:.4g} %. Erhöhen Sie die „Maximale Abweichung vom Sollwert“ (MAX_DEVIATION), oder lockern Sie die anderen Regeln (größte Änderung, Fixierungen, Gruppen).</translation>
    </message>
    <message>
        <location filename="../core/balance/broken_limit.py"/>
        <source>The search found no plan that keeps every territory within {limit:g} % of its target: the best one has a worst deviation of {reached:.4g} %. Raise “Maximum deviation from the target” (MAX_DEVIATION), relax the other rules (maximum change, locks, groups), or search longer (STAGNATION, MAX_GENERATIONS, MAX_SECONDS).</source>
        <translation>Die Suche fand keinen Plan, der jedes Gebiet innerhalb von {limit:g} % seines Sollwerts hält: Der beste hat eine größte Abweichung von {reached:.4g} %. Erhöhen Sie die „Maximale Abweichung vom Sollwert“ (MAX_DEVIATION), lockern Sie die anderen Regeln (größte Änderung, Fixierungen, Gruppen), oder suchen Sie länger (STAGNATION, MAX_GENERATIONS, MAX_SECONDS).</translation>
    </message>
    <message>
        <location filename="../core/balance/case.py"/>
        <source>“Maximum change” (MAX_CHANGE) limits how much of a plan that exists may change: give that plan (TERRITORY_FIELD), or leave the limit empty.</source>
        <translation>„Maximale Änderung“ (MAX_CHANGE) begrenzt, wie viel sich an einem vorhandenen Plan ändern darf: Geben Sie diesen Plan an (TERRITORY_FIELD) oder lassen Sie den Grenzwert leer.</translation>
    </message>
    <message>
        <location filename="../core/balance/case.py"/>
        <source>“Areas with the same value here stay together” (TOGETHER_FIELD) alone moves {forced:.1f} % of the weight to another territory, more than “Maximum change” (MAX_CHANGE), {budget:g} %, allows. Raise it, or take areas out of the groups.</source>
        <translation>„Flächen mit gleichem Wert in diesem Feld bleiben zusammen“ (TOGETHER_FIELD) bringt allein {forced:.1f} % des Gewichts in ein anderes Gebiet, mehr als „Maximale Änderung“ (MAX_CHANGE), {budget:g} %, erlaubt. Erhöhen Sie sie, oder nehmen Sie Flächen aus den Gruppen.</translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>There are no areas to divide.</source>
        <translation>Es gibt keine Flächen, die aufgeteilt werden könnten.</translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>The number of territories must be at least 1.</source>
        <translation>Die Anzahl der Gebiete muss mindestens 1 sein.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/feasibility.py"/>
        <source>{territories} territories cannot be made of {count} areas: every territory needs at least one area. Ask for fewer territories.</source>
        <extracomment>For exactly one: {territories} territories cannot be made of {count} area: every territory needs at least one area. Ask for fewer territories.</extracomment>
        <translation>
            <numerusform>{territories} Gebiete lassen sich nicht aus {count} Fläche bilden: Jedes Gebiet braucht mindestens eine Fläche. Verlangen Sie weniger Gebiete.</numerusform>
            <numerusform>{territories} Gebiete lassen sich nicht aus {count} Flächen bilden: Jedes Gebiet braucht mindestens eine Fläche. Verlangen Sie weniger Gebiete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/feasibility.py"/>
        <source>{count} areas have a negative or infinite weight: {ids}.</source>
        <extracomment>For exactly one: {count} area has a negative or infinite weight: {ids}.</extracomment>
        <translation>
            <numerusform>{count} Fläche hat ein negatives oder unendliches Gewicht: {ids}.</numerusform>
            <numerusform>{count} Flächen haben ein negatives oder unendliches Gewicht: {ids}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>All weights are zero: there is nothing to balance.</source>
        <translation>Alle Gewichte sind null: Es gibt nichts auszugleichen.</translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>Some areas have no position.</source>
        <translation>Manche Flächen haben keine Lage.</translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>Targets must be finite and not negative.</source>
        <translation>Sollwerte müssen endlich und dürfen nicht negativ sein.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/feasibility.py"/>
        <source>{count} areas have no travel cost to some home: {ids}. Complete “Cost matrix” (COST_MATRIX).</source>
        <extracomment>For exactly one: {count} area has no travel cost to some home: {ids}. Complete “Cost matrix” (COST_MATRIX).</extracomment>
        <translation>
            <numerusform>{count} Fläche hat keine Fahrtkosten zu einem Standort: {ids}. Vervollständigen Sie „Kostenmatrix“ (COST_MATRIX).</numerusform>
            <numerusform>{count} Flächen haben keine Fahrtkosten zu einem Standort: {ids}. Vervollständigen Sie „Kostenmatrix“ (COST_MATRIX).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>The plan names a territory that does not exist.</source>
        <translation>Der Plan nennt ein Gebiet, das es nicht gibt.</translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>The locks name a territory that does not exist.</source>
        <translation>Die Fixierungen nennen ein Gebiet, das es nicht gibt.</translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>The limit on change must lie between 0 and 100 %.</source>
        <translation>Der Grenzwert der Änderung muss zwischen 0 und 100 % liegen.</translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>A limit on change needs a current plan to start from.</source>
        <translation>Ein Grenzwert der Änderung braucht einen aktuellen Plan als Ausgangspunkt.</translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>The largest allowed deviation must not be negative.</source>
        <translation>Die größte erlaubte Abweichung darf nicht negativ sein.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/feasibility.py"/>
        <source>{count} areas are locked into or out of a territory that may not change: {ids}. Unlock them (LOCKED), or the territory (LOCKED_TERRITORIES).</source>
        <extracomment>For exactly one: {count} area is locked into or out of a territory that may not change: {ids}. Unlock it (LOCKED), or the territory (LOCKED_TERRITORIES).</extracomment>
        <translation>
            <numerusform>{count} Fläche ist in einem Gebiet oder außerhalb eines Gebiets fixiert, das sich nicht ändern darf: {ids}. Lösen Sie ihre Fixierung (LOCKED) oder die des Gebiets (LOCKED_TERRITORIES).</numerusform>
            <numerusform>{count} Flächen sind in einem Gebiet oder außerhalb eines Gebiets fixiert, das sich nicht ändern darf: {ids}. Lösen Sie ihre Fixierung (LOCKED) oder die des Gebiets (LOCKED_TERRITORIES).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>The {count} areas locked to territory {territory} lie in {parts} places that cannot be connected without crossing areas locked to other territories; one area of each: {ids}. Unlock some of them, or join the parts (“Join islands to their nearest neighbour”, BRIDGE, or edges in the “Edited adjacency layer”, ADJACENCY).</source>
        <translation>Die {count} Flächen, die in Gebiet {territory} fixiert sind, liegen an {parts} Stellen, die nicht zu verbinden sind, ohne Flächen zu queren, die in anderen Gebieten fixiert sind; je eine Fläche davon: {ids}. Lösen Sie einige Fixierungen oder verbinden Sie die Teile („Inseln mit ihrem nächsten Nachbarn verbinden“, BRIDGE, oder Kanten in „Bearbeiteter Nachbarschaftslayer“, ADJACENCY).</translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>The map falls into {parts} disconnected parts (areas in them: {sizes}), but only {territories} territories are there to cover them, and a territory must be one piece. Join the parts (“Join islands to their nearest neighbour”, BRIDGE, or edges in the “Edited adjacency layer”, ADJACENCY), or ask for more territories.</source>
        <translation>Die Karte zerfällt in {parts} unverbundene Teile (Flächen darin: {sizes}), aber nur {territories} Gebiete stehen dafür bereit, und ein Gebiet muss ein Stück sein. Verbinden Sie die Teile („Inseln mit ihrem nächsten Nachbarn verbinden“, BRIDGE, oder Kanten im Layer „Bearbeiteter Nachbarschaftslayer“, ADJACENCY), oder verlangen Sie mehr Gebiete.</translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>No plan keeps every territory within {limit:g} % of its target if only {budget:g} % of the weight may change hands: the worst deviation cannot fall below {bound:.3g} %. Raise “Maximum deviation from the target” (MAX_DEVIATION) or “Maximum change” (MAX_CHANGE).</source>
        <translation>Kein Plan hält jedes Gebiet innerhalb von {limit:g} % seines Sollwerts, wenn nur {budget:g} % des Gewichts das Gebiet wechseln dürfen: Die größte Abweichung kann nicht unter {bound:.3g} % fallen. Erhöhen Sie die „Maximale Abweichung vom Sollwert“ (MAX_DEVIATION) oder die „Maximale Änderung“ (MAX_CHANGE).</translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>No plan keeps every territory within {limit:g} % of its target: the worst deviation cannot fall below {bound:.3g} % (largest area, locks, parts of the map, areas that alone hold it together). Raise “Maximum deviation from the target” (MAX_DEVIATION).</source>
        <translation>Kein Plan hält jedes Gebiet innerhalb von {limit:g} % seines Sollwerts: Die größte Abweichung kann nicht unter {bound:.3g} % fallen (größte Fläche, Fixierungen, Teile der Karte, Flächen, die sie allein zusammenhalten). Erhöhen Sie die „Maximale Abweichung vom Sollwert“ (MAX_DEVIATION).</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/feasibility.py"/>
        <source>{count} areas hold too much of one territory's target, up to {share:.0f} %: {areas}. No plan keeps every territory within {limit:g} % of it: the worst deviation cannot fall below {bound:.3g} %. Divide these areas, or raise “Maximum deviation from the target” (MAX_DEVIATION).</source>
        <extracomment>For exactly one: Area {areas} holds {share:.0f} % of one territory's target, so that no plan keeps every territory within {limit:g} % of it: the worst deviation cannot fall below {bound:.3g} %. Divide this area, or raise “Maximum deviation from the target” (MAX_DEVIATION).</extracomment>
        <translation>
            <numerusform>Fläche {areas} enthält {share:.0f} % des Sollwerts eines Gebiets, sodass kein Plan jedes Gebiet innerhalb von {limit:g} % davon hält: Die größte Abweichung kann nicht unter {bound:.3g} % fallen. Teilen Sie diese Fläche, oder erhöhen Sie „Maximale Abweichung vom Sollwert“ (MAX_DEVIATION).</numerusform>
            <numerusform>{count} Flächen enthalten zu viel vom Sollwert eines Gebiets, bis zu {share:.0f} %: {areas}. Kein Plan hält jedes Gebiet innerhalb von {limit:g} % davon: Die größte Abweichung kann nicht unter {bound:.3g} % fallen. Teilen Sie diese Flächen, oder erhöhen Sie „Maximale Abweichung vom Sollwert“ (MAX_DEVIATION).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>Area {area} holds {share:.0f} % of one territory's target.</source>
        <translation>Fläche {area} enthält {share:.0f} % des Sollwerts eines Gebiets.</translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>{count} areas in all are heavier than a territory's target.</source>
        <translation>{count} Flächen sind insgesamt schwerer als der Sollwert eines Gebiets.</translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>No plan can have a worst deviation below {bound:.3g} %; the best possible plan is searched.</source>
        <translation>Kein Plan kann eine größte Abweichung unter {bound:.3g} % haben; gesucht wird der bestmögliche Plan.</translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>Territories without such an area share evenly what is left for them.</source>
        <translation>Gebiete ohne eine solche Fläche teilen sich gleichmäßig, was für sie übrig ist.</translation>
    </message>
    <message>
        <location filename="../core/balance/first_plans.py"/>
        <source>Making the current plan contiguous moves {needed:.3g} % of the weight, but only {limit:g} % may change territory. Raise “Maximum change” (MAX_CHANGE), or join the parts (“Join islands to their nearest neighbour”, BRIDGE, or edges in the “Edited adjacency layer”, ADJACENCY).</source>
        <translation>Den aktuellen Plan zusammenhängend zu machen, bewegt {needed:.3g} % des Gewichts, aber nur {limit:g} % dürfen das Gebiet wechseln. Erhöhen Sie die „Maximale Änderung“ (MAX_CHANGE), oder verbinden Sie die Teile („Inseln mit ihrem nächsten Nachbarn verbinden“, BRIDGE, oder Kanten im Layer „Bearbeiteter Nachbarschaftslayer“, ADJACENCY).</translation>
    </message>
    <message>
        <location filename="../core/balance/free_homes.py"/>
        <source>“Cost matrix” (COST_MATRIX) has rows from {candidates} areas, but {free} homes are to be found. Add rows from the areas in which they may be, leave the matrix out, or let all representatives stay.</source>
        <translation>„Kostenmatrix“ (COST_MATRIX) hat Zeilen von {candidates} Flächen, es sind aber {free} Standorte zu finden. Fügen Sie Zeilen von den Flächen hinzu, in denen sie liegen dürfen, lassen Sie die Matrix weg oder lassen Sie alle Vertreter bleiben.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/importance.py"/>
        <source>“Fields to balance” (BALANCE_FIELDS, BALANCE_EXPRESSIONS): {fields} are 0 or NULL in every area, so that there is nothing to balance. Choose other fields or expressions.</source>
        <extracomment>For exactly one: “Fields to balance” (BALANCE_FIELDS, BALANCE_EXPRESSIONS): {fields} is 0 or NULL in every area, so that there is nothing to balance. Choose another field or expression.</extracomment>
        <translation>
            <numerusform>„Kennzahlen“ (BALANCE_FIELDS, BALANCE_EXPRESSIONS): {fields} ist in jeder Fläche 0 oder NULL, sodass es nichts auszugleichen gibt. Wählen Sie ein anderes Feld oder einen anderen Ausdruck.</numerusform>
            <numerusform>„Kennzahlen“ (BALANCE_FIELDS, BALANCE_EXPRESSIONS): {fields} sind in jeder Fläche 0 oder NULL, sodass es nichts auszugleichen gibt. Wählen Sie andere Felder oder Ausdrücke.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/balance/importance.py"/>
        <source>“Importance of each balance field” (BALANCE_WEIGHTS) '{text}' is not a list of numbers like 2,1. Give one number for each field, with commas between them.</source>
        <translation>„Bedeutung jeder Kennzahl“ (BALANCE_WEIGHTS): '{text}' ist keine Liste von Zahlen wie 2,1. Geben Sie für jede Kennzahl eine Zahl an, mit Kommas dazwischen.</translation>
    </message>
    <message>
        <location filename="../core/balance/importance.py"/>
        <source>“Importance of each balance field” (BALANCE_WEIGHTS) '{text}' holds {given} numbers, but the number of criteria is {count}. Give one number for each.</source>
        <translation>„Bedeutung jeder Kennzahl“ (BALANCE_WEIGHTS): '{text}' enthält {given} Zahlen, die Anzahl der Kennzahlen ist aber {count}. Geben Sie für jede eine Zahl an.</translation>
    </message>
    <message>
        <location filename="../core/balance/importance.py"/>
        <source>“Importance of each balance field” (BALANCE_WEIGHTS) '{text}' must be 0 or more, and not all 0. Give numbers like 2,1.</source>
        <translation>„Bedeutung jeder Kennzahl“ (BALANCE_WEIGHTS): '{text}' muss 0 oder größer sein, und nicht alles 0. Geben Sie Zahlen wie 2,1 an.</translation>
    </message>
    <message>
        <location filename="../core/balance/locks.py"/>
        <source>“Areas that stay in their territory” (LOCKED) needs to know the territories: start from a plan (TERRITORY_FIELD) or from representatives (REPS).</source>
        <translation>„Flächen, die in ihrem Gebiet bleiben“ (LOCKED) setzt voraus, dass die Gebiete bekannt sind: Beginnen Sie mit einem Plan (TERRITORY_FIELD) oder mit Vertretern (REPS).</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/locks.py"/>
        <source>“Areas that stay in their territory” (LOCKED) holds {count} areas that are in no territory (ids {ids}). Assign or unlock them.</source>
        <extracomment>For exactly one: “Areas that stay in their territory” (LOCKED) holds {count} area that is in no territory (id {ids}). Assign or unlock it.</extracomment>
        <translation>
            <numerusform>„Flächen, die in ihrem Gebiet bleiben“ (LOCKED) enthält {count} Fläche, die in keinem Gebiet liegt (ID {ids}). Ordnen Sie sie zu oder lösen Sie die Fixierung.</numerusform>
            <numerusform>„Flächen, die in ihrem Gebiet bleiben“ (LOCKED) enthält {count} Flächen, die in keinem Gebiet liegen (IDs {ids}). Ordnen Sie sie zu oder lösen Sie die Fixierung.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/balance/locks.py"/>
        <source>“Territories that neither lose nor receive areas” (LOCKED_TERRITORIES) needs to know the territories: start from a plan (TERRITORY_FIELD) or from representatives (REPS).</source>
        <translation>„Gebiete, die keine Flächen abgeben oder aufnehmen“ (LOCKED_TERRITORIES) setzt voraus, dass die Gebiete bekannt sind: Beginnen Sie mit einem Plan (TERRITORY_FIELD) oder mit Vertretern (REPS).</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/locks.py"/>
        <source>“Each home lies in its own territory” (HOME_INSIDE) contradicts the locks: the areas in which {count} representatives live ({reps}) are locked in other territories. Unlock them, or switch “Each home lies in its own territory” off.</source>
        <extracomment>For exactly one: “Each home lies in its own territory” (HOME_INSIDE) contradicts the locks: the area in which {reps} lives is locked in another territory. Unlock it, or switch “Each home lies in its own territory” off.</extracomment>
        <translation>
            <numerusform>„Jeder Standort liegt im eigenen Gebiet“ (HOME_INSIDE) widerspricht den Fixierungen: Die Fläche, in der {reps} wohnt, ist in einem anderen Gebiet fixiert. Lösen Sie die Fixierung oder schalten Sie „Jeder Standort liegt im eigenen Gebiet“ aus.</numerusform>
            <numerusform>„Jeder Standort liegt im eigenen Gebiet“ (HOME_INSIDE) widerspricht den Fixierungen: Die Flächen, in denen {count} Vertreter wohnen ({reps}), sind in anderen Gebieten fixiert. Lösen Sie die Fixierungen oder schalten Sie „Jeder Standort liegt im eigenen Gebiet“ aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/locks.py"/>
        <source>“Each home lies in its own territory” (HOME_INSIDE) contradicts “Territories that neither lose nor receive areas” (LOCKED_TERRITORIES): {count} representatives ({reps}) do not live in such territories of their own. Unlock them, or switch “Each home lies in its own territory” off.</source>
        <extracomment>For exactly one: “Each home lies in its own territory” (HOME_INSIDE) contradicts “Territories that neither lose nor receive areas” (LOCKED_TERRITORIES): {reps} does not live in such a territory of one's own. Unlock it, or switch “Each home lies in its own territory” off.</extracomment>
        <translation>
            <numerusform>„Jeder Standort liegt im eigenen Gebiet“ (HOME_INSIDE) widerspricht „Gebiete, die keine Flächen abgeben oder aufnehmen“ (LOCKED_TERRITORIES): {reps} wohnt nicht im eigenen, so fixierten Gebiet. Lösen Sie die Fixierung oder schalten Sie „Jeder Standort liegt im eigenen Gebiet“ aus.</numerusform>
            <numerusform>„Jeder Standort liegt im eigenen Gebiet“ (HOME_INSIDE) widerspricht „Gebiete, die keine Flächen abgeben oder aufnehmen“ (LOCKED_TERRITORIES): {count} Vertreter ({reps}) wohnen nicht im eigenen, so fixierten Gebiet. Lösen Sie die Fixierungen oder schalten Sie „Jeder Standort liegt im eigenen Gebiet“ aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/locks.py"/>
        <source>“Areas with the same value here stay together” (TOGETHER_FIELD) contradicts “Territories that neither lose nor receive areas” (LOCKED_TERRITORIES): {count} groups lie partly in such territories ({territories}), which may not receive their other areas ({areas}). Unlock the territories, or split the groups.</source>
        <extracomment>For exactly one: “Areas with the same value here stay together” (TOGETHER_FIELD) contradicts “Territories that neither lose nor receive areas” (LOCKED_TERRITORIES): {count} group lies partly in such a territory ({territories}), which may not receive its other areas ({areas}). Unlock the territory, or split the group.</extracomment>
        <translation>
            <numerusform>„Flächen mit gleichem Wert in diesem Feld bleiben zusammen“ (TOGETHER_FIELD) widerspricht „Gebiete, die keine Flächen abgeben oder aufnehmen“ (LOCKED_TERRITORIES): {count} Gruppe liegt teilweise in einem solchen Gebiet ({territories}), das ihre anderen Flächen ({areas}) nicht aufnehmen darf. Lösen Sie die Fixierung des Gebiets oder teilen Sie die Gruppe.</numerusform>
            <numerusform>„Flächen mit gleichem Wert in diesem Feld bleiben zusammen“ (TOGETHER_FIELD) widerspricht „Gebiete, die keine Flächen abgeben oder aufnehmen“ (LOCKED_TERRITORIES): {count} Gruppen liegen teilweise in solchen Gebieten ({territories}), die ihre anderen Flächen ({areas}) nicht aufnehmen dürfen. Lösen Sie die Fixierung der Gebiete oder teilen Sie die Gruppen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/balance/repair.py"/>
        <source>The areas locked to territory {territory} cannot be connected with each other without crossing areas locked to other territories. Unlock some of them (LOCKED).</source>
        <translation>Die Flächen, die in Gebiet {territory} fixiert sind, lassen sich nicht miteinander verbinden, ohne Flächen zu queren, die in anderen Gebieten fixiert sind. Lösen Sie einige Fixierungen (LOCKED).</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/repair.py"/>
        <source>{count} areas cannot be reached by any territory: no territory is left for their part of the map. Join the parts (“Join islands to their nearest neighbour”, BRIDGE, or edges in the “Edited adjacency layer”, ADJACENCY), or ask for more territories.</source>
        <extracomment>For exactly one: {count} area cannot be reached by any territory: no territory is left for its part of the map. Join the parts (“Join islands to their nearest neighbour”, BRIDGE, or edges in the “Edited adjacency layer”, ADJACENCY), or ask for more territories.</extracomment>
        <translation>
            <numerusform>{count} Fläche ist von keinem Gebiet zu erreichen: Für ihren Teil der Karte bleibt kein Gebiet übrig. Verbinden Sie die Teile („Inseln mit ihrem nächsten Nachbarn verbinden“, BRIDGE, oder Kanten in „Bearbeiteter Nachbarschaftslayer“, ADJACENCY) oder verlangen Sie mehr Gebiete.</numerusform>
            <numerusform>{count} Flächen sind von keinem Gebiet zu erreichen: Für ihren Teil der Karte bleibt kein Gebiet übrig. Verbinden Sie die Teile („Inseln mit ihrem nächsten Nachbarn verbinden“, BRIDGE, oder Kanten in „Bearbeiteter Nachbarschaftslayer“, ADJACENCY) oder verlangen Sie mehr Gebiete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/repair.py"/>
        <source>{count} areas touch only territories that may not receive areas. Unlock some of these (LOCKED_TERRITORIES), or give the areas a territory.</source>
        <extracomment>For exactly one: {count} area touches only territories that may not receive areas. Unlock one of them (LOCKED_TERRITORIES), or give the area a territory.</extracomment>
        <translation>
            <numerusform>{count} Fläche berührt nur Gebiete, die keine Flächen aufnehmen dürfen. Lösen Sie die Fixierung eines davon (LOCKED_TERRITORIES) oder geben Sie der Fläche ein Gebiet.</numerusform>
            <numerusform>{count} Flächen berühren nur Gebiete, die keine Flächen aufnehmen dürfen. Lösen Sie einige Fixierungen (LOCKED_TERRITORIES) oder geben Sie den Flächen ein Gebiet.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/balance/repair.py"/>
        <source>No area is free to start territory {territory}: locks hold too many areas. Unlock some of them (LOCKED, LOCKED_TERRITORIES).</source>
        <translation>Keine Fläche ist frei, um mit Gebiet {territory} zu beginnen: Zu viele Flächen sind fixiert. Lösen Sie einige Fixierungen (LOCKED, LOCKED_TERRITORIES).</translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>“Number of plans in the population” (POPULATION) is {count}; at least 4 are needed. Raise it.</source>
        <translation>„Anzahl der Pläne in der Population“ (POPULATION) ist {count}; mindestens 4 werden gebraucht. Erhöhen Sie den Wert.</translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>“Number of plans in a tournament” (TOURNAMENT) is {count}; at least 1 is needed. Raise it.</source>
        <translation>„Anzahl der Pläne in einem Turnier“ (TOURNAMENT) ist {count}; mindestens 1 wird gebraucht. Erhöhen Sie den Wert.</translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>“Elite that survives unchanged” (ELITISM) is {share:g} %; it must be 0 or more and less than 100 % of the population. Correct it.</source>
        <translation>„Elite, die unverändert überlebt“ (ELITISM) ist {share:g} %; erlaubt sind 0 oder mehr und weniger als 100 % der Population. Korrigieren Sie den Wert.</translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>“Minimum crossover rate” (CROSSOVER_MIN)</source>
        <translation>„Minimale Kreuzungsrate“ (CROSSOVER_MIN)</translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>“Maximum crossover rate” (CROSSOVER_MAX)</source>
        <translation>„Maximale Kreuzungsrate“ (CROSSOVER_MAX)</translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>“Minimum mutation rate” (MUTATION_MIN)</source>
        <translation>„Minimale Mutationsrate“ (MUTATION_MIN)</translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>“Maximum mutation rate” (MUTATION_MAX)</source>
        <translation>„Maximale Mutationsrate“ (MUTATION_MAX)</translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>Unknown initialisation {value}.</source>
        <translation>Unbekannte Initialisierung {value}.</translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Maximum number of generations</source>
        <translation>Maximale Anzahl der Generationen</translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>Generations without progress</source>
        <translation>Generationen ohne Fortschritt</translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <location filename="../ui/workbench/run_page.py"/>
        <source>Time limit</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>Stop at this worst deviation</source>
        <translation>Abbruch bei dieser größten Abweichung</translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <location filename="../processing_provider/inputs/parameters.py"/>
        <source>Random seed</source>
        <translation>Zufallsstartwert</translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>Worker processes</source>
        <translation>Hilfsprozesse</translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>Number of islands</source>
        <translation>Anzahl der Inseln</translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>“{name}” must not be negative; it is {value:g}.</source>
        <translation>„{name}“ darf nicht negativ sein; der Wert ist {value:g}.</translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>“Travel counts as 1 distance, 2 squared distance” (TRAVEL_POWER) is {power}; it must be 1 or 2. Correct it.</source>
        <translation>„Fahrwege zählen als 1 Entfernung, 2 Quadrat der Entfernung“ (TRAVEL_POWER) ist {power}; möglich sind 1 und 2. Berichtigen Sie das.</translation>
    </message>
    <message>
        <location filename="../core/contiguity/borders.py"/>
        <source>“Snap distance” (TOLERANCE) must be 0 or a positive length in metres, but it is {tolerance}.</source>
        <translation>„Fangabstand“ (TOLERANCE) muss 0 oder eine positive Länge in Metern sein, ist aber {tolerance}.</translation>
    </message>
    <message>
        <location filename="../core/contiguity/borders.py"/>
        <source>“Snap distance” (TOLERANCE) of {tolerance:g} m is larger than half of the areas, which measure {extent:g} m or less. Give one that is smaller than any area.</source>
        <translation>„Fangabstand“ (TOLERANCE) von {tolerance:g} m ist größer als die Hälfte der Flächen, die {extent:g} m oder weniger messen. Geben Sie einen an, der kleiner als jede Fläche ist.</translation>
    </message>
    <message>
        <location filename="../core/contiguity/graph.py"/>
        <source>An edge of the contiguity graph names an area that does not exist.</source>
        <translation>Eine Kante des Nachbarschaftsgraphen nennt eine Fläche, die es nicht gibt.</translation>
    </message>
    <message>
        <location filename="../core/customers/clustering_problem.py"/>
        <source>Some customers have no position; leave them out.</source>
        <translation>Manche Kunden haben keine Lage; lassen Sie sie weg.</translation>
    </message>
    <message>
        <location filename="../core/customers/clustering_problem.py"/>
        <source>At least one territory is needed.</source>
        <translation>Mindestens ein Gebiet ist nötig.</translation>
    </message>
    <message>
        <location filename="../core/customers/clustering_problem.py"/>
        <source>There are {count} territories for {n} customers only; ask for fewer (COUNT).</source>
        <translation>Es gibt {count} Gebiete für nur {n} Kunden; verlangen Sie weniger (COUNT).</translation>
    </message>
    <message>
        <location filename="../core/customers/clustering_problem.py"/>
        <source>{given} centres are given for {count} territories.</source>
        <translation>{given} Zentren sind für {count} Gebiete angegeben.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/customers/group.py"/>
        <source>{wanted} territories are asked for, but there are only {count} customers. Set “Number of territories” to at most {count}.</source>
        <extracomment>For exactly one: {wanted} territories are asked for, but there is only {count} customer. Set “Number of territories” to one.</extracomment>
        <translation>
            <numerusform>{wanted} Gebiete sind verlangt, es gibt aber nur {count} Kunden. Setzen Sie „Anzahl der Gebiete“ auf eins.</numerusform>
            <numerusform>{wanted} Gebiete sind verlangt, es gibt aber nur {count} Kunden. Setzen Sie „Anzahl der Gebiete“ auf höchstens {count}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/customers/group_search.py"/>
        <source>{wanted} territories are asked for, but the customers that must stay together leave only {count} parts. Ask for at most {count} (COUNT), or let some be divided (TOGETHER_FIELD, SAME_POINT).</source>
        <extracomment>For exactly one: {wanted} territories are asked for, but all customers must stay together. Ask for one (COUNT), or let some be divided (TOGETHER_FIELD, SAME_POINT).</extracomment>
        <translation>
            <numerusform>{wanted} Gebiete sind verlangt, aber alle Kunden müssen zusammenbleiben. Verlangen Sie eines (COUNT) oder lassen Sie zu, dass manche getrennt werden (TOGETHER_FIELD, SAME_POINT).</numerusform>
            <numerusform>{wanted} Gebiete sind verlangt, aber die Kunden, die zusammenbleiben müssen, lassen nur {count} Teile übrig. Verlangen Sie höchstens {count} (COUNT) oder lassen Sie zu, dass manche getrennt werden (TOGETHER_FIELD, SAME_POINT).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/customers/group_search.py"/>
        <source>nearest-neighbour clean-up</source>
        <translation>Bereinigung nach nächsten Nachbarn</translation>
    </message>
    <message>
        <location filename="../core/customers/group_search.py"/>
        <source>no rules</source>
        <translation>keine Regeln</translation>
    </message>
    <message>
        <location filename="../core/customers/group_search.py"/>
        <source>number of customers</source>
        <translation>Anzahl der Kunden</translation>
    </message>
    <message>
        <location filename="../core/customers/group_search.py"/>
        <source>sum of “{attribute}”</source>
        <translation>Summe von „{attribute}“</translation>
    </message>
    <message>
        <location filename="../core/customers/group_search.py"/>
        <source>fixed customers</source>
        <translation>feste Kunden</translation>
    </message>
    <message>
        <location filename="../core/customers/group_search.py"/>
        <source>customers who stay together</source>
        <translation>Kunden, die zusammenbleiben</translation>
    </message>
    <message>
        <location filename="../core/customers/group_search.py"/>
        <source>maximum distance</source>
        <translation>maximale Entfernung</translation>
    </message>
    <message>
        <location filename="../core/customers/group_search.py"/>
        <source>current portfolios</source>
        <translation>aktuelle Kundenstämme</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/customers/matching.py"/>
        <source>{count} customers have a weight that is negative or not a number (rows {rows}).</source>
        <extracomment>For exactly one: {count} customer has a weight that is negative or not a number (row {rows}).</extracomment>
        <translation>
            <numerusform>{count} Kunde hat ein Gewicht, das negativ oder keine Zahl ist (Zeile {rows}).</numerusform>
            <numerusform>{count} Kunden haben ein Gewicht, das negativ oder keine Zahl ist (Zeilen {rows}).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/customers/named_clustering.py"/>
        <source>With centres at most {distance} m away (“Maximum distance from customer to centre”, MAX_DISTANCE): {reason} More territories or a greater distance may help.</source>
        <translation>Mit höchstens {distance} m bis zum Zentrum („Maximale Entfernung vom Kunden zum Zentrum“, MAX_DISTANCE): {reason} Mehr Gebiete oder eine größere Entfernung können helfen.</translation>
    </message>
    <message>
        <location filename="../core/customers/named_clustering.py"/>
        <source>No plan was found in which every customer is within {distance} m of the centre; the nearest one has a customer at {farthest} m. Raise the maximum distance (MAX_DISTANCE), or ask for more territories (COUNT).</source>
        <translation>Kein Plan wurde gefunden, in dem jeder Kunde höchstens {distance} m vom Zentrum entfernt ist; der nächste hat einen Kunden in {farthest} m. Erhöhen Sie die maximale Entfernung (MAX_DISTANCE) oder verlangen Sie mehr Gebiete (COUNT).</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/customers/named_group.py"/>
        <source>{count} customers must stay together, but different representatives must get them ({ids}). Free some of them (PREASSIGNED_FIELD), or let them be divided (TOGETHER_FIELD, SAME_POINT).</source>
        <extracomment>For exactly one: {count} customer must stay together with others that another representative must get ({ids}). Free some of them (PREASSIGNED_FIELD).</extracomment>
        <translation>
            <numerusform>{count} Kunde muss mit anderen zusammenbleiben, die ein anderer Vertreter bekommen muss ({ids}). Geben Sie einige davon frei (PREASSIGNED_FIELD).</numerusform>
            <numerusform>{count} Kunden müssen zusammenbleiben, aber verschiedene Vertreter müssen sie bekommen ({ids}). Geben Sie einige davon frei (PREASSIGNED_FIELD) oder lassen Sie zu, dass sie getrennt werden (TOGETHER_FIELD, SAME_POINT).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/customers/naming.py"/>
        <source>{bound} representatives have fixed customers, but there are only {count} territories. Ask for at least {bound} (COUNT), or free some of the customers (PREASSIGNED_FIELD).</source>
        <extracomment>For exactly one: {bound} representatives have fixed customers, but there is only {count} territory. Ask for at least {bound} (COUNT), or free some of the customers (PREASSIGNED_FIELD).</extracomment>
        <translation>
            <numerusform>{bound} Vertreter haben feste Kunden, es gibt aber nur {count} Gebiet. Verlangen Sie mindestens {bound} (COUNT) oder geben Sie einige der Kunden frei (PREASSIGNED_FIELD).</numerusform>
            <numerusform>{bound} Vertreter haben feste Kunden, es gibt aber nur {count} Gebiete. Verlangen Sie mindestens {bound} (COUNT) oder geben Sie einige der Kunden frei (PREASSIGNED_FIELD).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/customers/neighbours.py"/>
        <location filename="../core/customers/new_customers.py"/>
        <source>At least one neighbour is needed.</source>
        <translation>Mindestens ein Nachbar ist nötig.</translation>
    </message>
    <message>
        <location filename="../core/customers/new_customers.py"/>
        <source>“Share of customers kept apart for a test” (TEST_SHARE) must lie between 0 and 100 %.</source>
        <translation>„Für einen Test zurückgehaltener Anteil der Kunden“ (TEST_SHARE) muss zwischen 0 und 100 % liegen.</translation>
    </message>
    <message>
        <location filename="../core/customers/new_customers.py"/>
        <source>“Share of customers kept apart for a test” (TEST_SHARE) needs at least two customers with a territory. Leave it empty, or choose another field.</source>
        <translation>„Für einen Test zurückgehaltener Anteil der Kunden“ (TEST_SHARE) braucht mindestens zwei Kunden mit einem Gebiet. Lassen Sie es leer oder wählen Sie ein anderes Feld.</translation>
    </message>
    <message>
        <location filename="../core/customers/rules.py"/>
        <source>Limits on sums (LIMITS): at least {least} and at most {most} of “{name}” contradict each other.</source>
        <translation>Grenzwerte der Summen (LIMITS): mindestens {least} und höchstens {most} von „{name}“ widersprechen sich.</translation>
    </message>
    <message>
        <location filename="../core/genetic.py"/>
        <source>{least} is {low:g} and {most} is {high:g}: the minimum must not be above the maximum, and both must lie between 0 and 1. Lower the one or raise the other.</source>
        <translation>{least} ist {low:g} und {most} ist {high:g}: Das Minimum darf nicht über dem Maximum liegen, und beide müssen zwischen 0 und 1 liegen. Senken Sie das eine oder erhöhen Sie das andere.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/geometry/outlines.py"/>
        <source>{count} vertices have no finite coordinates; the first is in area number {area} (counted from 1). Repair its geometry.</source>
        <extracomment>For exactly one: {count} vertex has no finite coordinates; it is in area number {area} (counted from 1). Repair its geometry.</extracomment>
        <translation>
            <numerusform>{count} Stützpunkt hat keine endlichen Koordinaten; er liegt in Fläche Nummer {area} (gezählt ab 1). Reparieren Sie ihre Geometrie.</numerusform>
            <numerusform>{count} Stützpunkte haben keine endlichen Koordinaten; der erste liegt in Fläche Nummer {area} (gezählt ab 1). Reparieren Sie ihre Geometrie.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/geometry/outlines.py"/>
        <source>A line is no line (geometry type {code}).</source>
        <translation>Eine Linie ist keine Linie (Geometrietyp {code}).</translation>
    </message>
    <message>
        <location filename="../core/geometry/outlines.py"/>
        <source>A line is damaged: it ends after {size} bytes.</source>
        <translation>Eine Linie ist beschädigt: Sie endet nach {size} Bytes.</translation>
    </message>
    <message>
        <location filename="../core/geometry/outlines.py"/>
        <source>Area number {area} (counted from 1) is no polygon (geometry type {code}).</source>
        <translation>Fläche Nummer {area} (gezählt ab 1) ist kein Polygon (Geometrietyp {code}).</translation>
    </message>
    <message>
        <location filename="../core/geometry/outlines.py"/>
        <source>The geometry of area number {area} (counted from 1) is damaged: it ends after {size} bytes.</source>
        <translation>Die Geometrie von Fläche Nummer {area} (gezählt ab 1) ist beschädigt: Sie endet nach {size} Bytes.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/ids.py"/>
        <source>{layer}: the id field '{field}' is NULL in {count} features. Give every feature an id.</source>
        <extracomment>For exactly one: {layer}: the id field '{field}' is NULL in {count} feature. Give every feature an id.</extracomment>
        <translation>
            <numerusform>{layer}: Das ID-Feld '{field}' ist bei {count} Objekt NULL. Geben Sie jedem Objekt eine ID.</numerusform>
            <numerusform>{layer}: Das ID-Feld '{field}' ist bei {count} Objekten NULL. Geben Sie jedem Objekt eine ID.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/ids.py"/>
        <source>{layer}: ids in field '{field}' are not unique: {ids}. Every feature needs an id of its own.</source>
        <translation>{layer}: Die IDs im Feld '{field}' sind nicht eindeutig: {ids}. Jedes Objekt braucht eine eigene ID.</translation>
    </message>
    <message>
        <location filename="../core/libraries.py"/>
        <source>The Python library “{library}” is needed and cannot be loaded ({reason}).</source>
        <translation>Die Python-Bibliothek „{library}“ wird gebraucht und kann nicht geladen werden ({reason}).</translation>
    </message>
    <message>
        <location filename="../core/memory.py"/>
        <source>the layers</source>
        <translation>den Layern</translation>
    </message>
    <message>
        <location filename="../core/memory.py"/>
        <source>The memory of this computer does not suffice: another {size} were needed at once. Use fewer features of {inputs} at a time (select a part and use “Selected features only”), set “Worker processes” (WORKERS) to 1 where there is that setting, or close other programs.</source>
        <translation>Der Speicher dieses Rechners reicht nicht aus: Weitere {size} wären auf einmal nötig gewesen. Verwenden Sie weniger Objekte aus {inputs} auf einmal (wählen Sie einen Teil und „Nur gewählte Objekte“), setzen Sie „Hilfsprozesse“ (WORKERS) auf 1, wo es diese Einstellung gibt, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <location filename="../core/memory.py"/>
        <source>The memory of this computer does not suffice. Use fewer features of {inputs} at a time (select a part and use “Selected features only”), set “Worker processes” (WORKERS) to 1 where there is that setting, or close other programs.</source>
        <translation>Der Speicher dieses Rechners reicht nicht aus. Verwenden Sie weniger Objekte aus {inputs} auf einmal (wählen Sie einen Teil und „Nur gewählte Objekte“), setzen Sie „Hilfsprozesse“ (WORKERS) auf 1, wo es diese Einstellung gibt, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <location filename="../core/plan/alignment.py"/>
        <source>Line {line} of “Alignment file” (FILE) has {count} value where an area and its territory are needed. Write area_id,territory in every line.</source>
        <translation>Zeile {line} von „Zuordnungsdatei“ (FILE) hat {count} Wert, wo eine Fläche und ihr Gebiet nötig sind. Schreiben Sie in jede Zeile area_id,territory.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/plan/alignment.py"/>
        <source>“Alignment file” (FILE) gives {count} areas to two territories each: {ids}. Keep one line for each area.</source>
        <extracomment>For exactly one: “Alignment file” (FILE) gives {count} area to two territories: {ids}. Keep one line for each area.</extracomment>
        <translation>
            <numerusform>„Zuordnungsdatei“ (FILE) gibt {count} Fläche an zwei Gebiete: {ids}. Behalten Sie eine Zeile für jede Fläche.</numerusform>
            <numerusform>„Zuordnungsdatei“ (FILE) gibt {count} Flächen an je zwei Gebiete: {ids}. Behalten Sie eine Zeile für jede Fläche.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/plan/alignment.py"/>
        <source>None of the {count} ids in “Alignment file” (FILE) is the id of an area or customer: it has {theirs}, the layer (INPUT) has {ours}. Choose the field that holds these ids (ID_FIELD); ids with zeros in front must be texts on both sides.</source>
        <translation>Keine der {count} IDs in „Zuordnungsdatei“ (FILE) ist die ID einer Fläche oder eines Kunden: Sie hat {theirs}, der Layer (INPUT) hat {ours}. Wählen Sie das Feld, das diese IDs enthält (ID_FIELD); IDs mit führenden Nullen müssen auf beiden Seiten Texte sein.</translation>
    </message>
    <message>
        <location filename="../core/plan/alignment.py"/>
        <source>“Alignment file” (FILE) is empty. Choose a file with lines of area_id,territory.</source>
        <translation>„Zuordnungsdatei“ (FILE) ist leer. Wählen Sie eine Datei mit Zeilen aus area_id,territory.</translation>
    </message>
    <message>
        <location filename="../core/plan/compare.py"/>
        <source>The two plans are not over the same areas. Join them by id first.</source>
        <translation>Die beiden Pläne umfassen nicht dieselben Flächen. Verbinden Sie sie zuerst über die ID.</translation>
    </message>
    <message>
        <location filename="../core/plan/editor.py"/>
        <source>Customers have no neighbours.</source>
        <translation>Kunden haben keine Nachbarn.</translation>
    </message>
    <message>
        <location filename="../core/plan/editor.py"/>
        <source>A stroke names an area that does not exist.</source>
        <translation>Eine Bearbeitung nennt eine Fläche, die es nicht gibt.</translation>
    </message>
    <message>
        <location filename="../core/plan/editor.py"/>
        <source>A stroke names a territory that does not exist.</source>
        <translation>Eine Bearbeitung nennt ein Gebiet, das es nicht gibt.</translation>
    </message>
    <message>
        <location filename="../core/plan/editor.py"/>
        <source>A stroke names an area twice.</source>
        <translation>Eine Bearbeitung nennt eine Fläche zweimal.</translation>
    </message>
    <message>
        <location filename="../core/plan/groups.py"/>
        <source>Areas that shall stay together (TOGETHER_FIELD) lie in regions without any connection ({count} areas in {parts} parts). Join the regions with bridges (BRIDGE), or take these areas out of the group.</source>
        <translation>Flächen, die zusammenbleiben sollen (TOGETHER_FIELD), liegen in Regionen ohne jede Verbindung ({count} Flächen in {parts} Teilen). Verbinden Sie die Regionen mit Brücken (BRIDGE) oder nehmen Sie diese Flächen aus der Gruppe.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/plan/groups.py"/>
        <source>{count} groups of areas that shall stay together (TOGETHER_FIELD) hold areas that are locked in different territories (at areas {areas}). Unlock one side (LOCKED), or split the groups.</source>
        <extracomment>For exactly one: A group of areas that shall stay together (TOGETHER_FIELD) holds areas that are locked in different territories (at areas {areas}). Unlock one side (LOCKED), or split the group.</extracomment>
        <translation>
            <numerusform>Eine Gruppe von Flächen, die zusammenbleiben sollen (TOGETHER_FIELD), enthält Flächen, die in verschiedenen Gebieten fixiert sind (bei den Flächen {areas}). Lösen Sie die Fixierung auf einer Seite (LOCKED) oder teilen Sie die Gruppe.</numerusform>
            <numerusform>{count} Gruppen von Flächen, die zusammenbleiben sollen (TOGETHER_FIELD), enthalten Flächen, die in verschiedenen Gebieten fixiert sind (bei den Flächen {areas}). Lösen Sie die Fixierung auf einer Seite (LOCKED) oder teilen Sie die Gruppen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/plan/nearest.py"/>
        <source>“Cost matrix” (COST_MATRIX): no area can be reached from any home (all costs are NULL). Complete the matrix, or leave it out.</source>
        <translation>„Kostenmatrix“ (COST_MATRIX): Keine Fläche ist von irgendeinem Standort zu erreichen (alle Kosten sind NULL). Vervollständigen Sie die Matrix oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <location filename="../core/plan/nearest.py"/>
        <source>There are {representatives} representatives (REPS) but only {areas} areas; each territory needs at least one area. Leave some of them out.</source>
        <translation>Es gibt {representatives} Vertreter (REPS), aber nur {areas} Flächen; jedes Gebiet braucht mindestens eine Fläche. Lassen Sie einige davon weg.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/plan/reasons.py"/>
        <source>{count} areas are locked ({areas}). Unlock them first.</source>
        <extracomment>For exactly one: Area {areas} is locked. Unlock it first.</extracomment>
        <translation>
            <numerusform>Fläche {areas} ist fixiert. Lösen Sie zuerst die Fixierung.</numerusform>
            <numerusform>{count} Flächen sind fixiert ({areas}). Lösen Sie zuerst die Fixierung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/plan/reasons.py"/>
        <source>{count} areas stay together with others ({areas}). Move whole groups.</source>
        <extracomment>For exactly one: Area {areas} stays together with others. Move the whole group.</extracomment>
        <translation>
            <numerusform>Fläche {areas} bleibt mit anderen zusammen. Verschieben Sie die ganze Gruppe.</numerusform>
            <numerusform>{count} Flächen bleiben mit anderen zusammen ({areas}). Verschieben Sie ganze Gruppen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/plan/reasons.py"/>
        <source>More would change hands than Maximum change allows.</source>
        <translation>Mehr würde das Gebiet wechseln, als „Maximale Änderung“ erlaubt.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/plan/reasons.py"/>
        <source>{count} areas would be farther from their home than allowed ({areas}).</source>
        <extracomment>For exactly one: Area {areas} would be farther from its home than allowed.</extracomment>
        <translation>
            <numerusform>Fläche {areas} wäre weiter von ihrem Standort entfernt als erlaubt.</numerusform>
            <numerusform>{count} Flächen wären weiter von ihrem Standort entfernt als erlaubt ({areas}).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/plan/reasons.py"/>
        <source>Territory {name} is locked. Unlock it first.</source>
        <translation>Gebiet {name} ist fixiert. Lösen Sie zuerst die Fixierung.</translation>
    </message>
    <message>
        <location filename="../core/plan/reasons.py"/>
        <source>Area {areas} holds the home of territory {name}. Move the home first.</source>
        <translation>Fläche {areas} enthält den Standort von Gebiet {name}. Verlegen Sie zuerst den Standort.</translation>
    </message>
    <message>
        <location filename="../core/plan/reasons.py"/>
        <source>Territory {name} would have no area left.</source>
        <translation>Gebiet {name} hätte keine Fläche mehr.</translation>
    </message>
    <message>
        <location filename="../core/plan/reasons.py"/>
        <source>Territory {name} would lie in {parts} parts.</source>
        <translation>Gebiet {name} läge in {parts} Teilen.</translation>
    </message>
    <message>
        <location filename="../core/plan/reasons.py"/>
        <source>Territory {name} would be beyond Maximum deviation.</source>
        <translation>Gebiet {name} läge jenseits von „Maximale Abweichung“.</translation>
    </message>
    <message>
        <location filename="../core/siting/candidates.py"/>
        <source>{candidates} candidates × {places} places are {pairs} pairs, more than the {most} that this method holds in memory. Restrict the candidates (CANDIDATES) to at most {fit}, e.g. the largest towns, or use the natural-breaks classes (METHOD).</source>
        <translation>{candidates} Kandidaten × {places} Orte sind {pairs} Paare, mehr als die {most}, die dieses Verfahren im Speicher hält. Beschränken Sie die Kandidaten (CANDIDATES) auf höchstens {fit}, z. B. die größten Städte, oder verwenden Sie die Klassen nach natürlichen Grenzen (METHOD).</translation>
    </message>
    <message>
        <location filename="../core/siting/capacitated_median.py"/>
        <source>No choice of {count} homes was found whose capacities hold every demand; the best one lacks {excess}. Raise the capacities (CAPACITY) or the number of representatives (COUNT).</source>
        <translation>Keine Auswahl von {count} Standorten wurde gefunden, deren Kapazitäten die ganze Nachfrage fassen; der besten fehlen {excess}. Erhöhen Sie die Kapazitäten (CAPACITY) oder die Anzahl der Vertreter (COUNT).</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/capacitated_median.py"/>
        <source>No choice of {homes} homes was found that reaches every place within the capacities; {count} places stay without a route: {ids}. Raise the capacities (CAPACITY), or complete the cost matrix (COST_MATRIX).</source>
        <extracomment>For exactly one: No choice of {homes} homes was found that reaches every place within the capacities; {count} place stays without a route: {ids}. Raise the capacities (CAPACITY), or complete the cost matrix (COST_MATRIX).</extracomment>
        <translation>
            <numerusform>Keine Auswahl von {homes} Standorten wurde gefunden, die jeden Ort innerhalb der Kapazitäten erreicht; {count} Ort bleibt ohne Route: {ids}. Erhöhen Sie die Kapazitäten (CAPACITY) oder vervollständigen Sie die Kostenmatrix (COST_MATRIX).</numerusform>
            <numerusform>Keine Auswahl von {homes} Standorten wurde gefunden, die jeden Ort innerhalb der Kapazitäten erreicht; {count} Orte bleiben ohne Route: {ids}. Erhöhen Sie die Kapazitäten (CAPACITY) oder vervollständigen Sie die Kostenmatrix (COST_MATRIX).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/capacities.py"/>
        <source>Demands must be finite and at least 0.</source>
        <translation>Nachfragen müssen endlich und mindestens 0 sein.</translation>
    </message>
    <message>
        <location filename="../core/siting/capacities.py"/>
        <source>Capacities must be at least 0.</source>
        <translation>Kapazitäten müssen mindestens 0 sein.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/capacities.py"/>
        <source>{count} places alone weigh more than one home may serve ({capacity}): {ids}. Raise the capacity (CAPACITY; the heaviest weighs {most}), or divide these places.</source>
        <extracomment>For exactly one: {count} place alone weighs more than one home may serve ({capacity}): {ids}. Raise the capacity (CAPACITY; the heaviest weighs {most}), or divide this place.</extracomment>
        <translation>
            <numerusform>{count} Ort allein wiegt mehr, als ein Standort bedienen darf ({capacity}): {ids}. Erhöhen Sie die Kapazität (CAPACITY; der schwerste wiegt {most}) oder teilen Sie diesen Ort.</numerusform>
            <numerusform>{count} Orte allein wiegen mehr, als ein Standort bedienen darf ({capacity}): {ids}. Erhöhen Sie die Kapazität (CAPACITY; der schwerste wiegt {most}) oder teilen Sie diese Orte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/capacities.py"/>
        <source>{count} homes hold {room} at most, but the weights add up to {total}. Raise the capacity (CAPACITY; to more than {enough} if it is the same for all), or the number of representatives (COUNT).</source>
        <extracomment>For exactly one: {count} home holds {room} at most, but the weights add up to {total}. Raise the capacity (CAPACITY) to more than that, or the number of representatives (COUNT).</extracomment>
        <translation>
            <numerusform>{count} Standort fasst höchstens {room}, die Gewichte ergeben aber zusammen {total}. Erhöhen Sie die Kapazität (CAPACITY) darüber hinaus oder die Anzahl der Vertreter (COUNT).</numerusform>
            <numerusform>{count} Standorte fassen höchstens {room}, die Gewichte ergeben aber zusammen {total}. Erhöhen Sie die Kapazität (CAPACITY; auf mehr als {enough}, wenn sie für alle gleich ist) oder die Anzahl der Vertreter (COUNT).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/greenfield.py"/>
        <source>{count} centres: mean distance {mean:,.3f} km, maximum {maximum:,.3f} km</source>
        <extracomment>For exactly one: {count} centre: mean distance {mean:,.3f} km, maximum {maximum:,.3f} km</extracomment>
        <translation>
            <numerusform>{count} Zentrum: mittlere Entfernung {mean:,.3f} km, größte {maximum:,.3f} km</numerusform>
            <numerusform>{count} Zentren: mittlere Entfernung {mean:,.3f} km, größte {maximum:,.3f} km</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_problem.py"/>
        <source>Give either “Minimum customers per centre” or “Maximum customers per centre” ({bound}) or the range around the mean (± {range} %), not both.</source>
        <translation>Geben Sie entweder „Mindestzahl der Kunden je Zentrum“ oder „Höchstzahl der Kunden je Zentrum“ ({bound}) oder die Spanne um den Mittelwert (± {range} %) an, nicht beides.</translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_problem.py"/>
        <source>“Minimum customers per centre” ({low}) is above “Maximum customers per centre” ({high}). Lower the one or raise the other.</source>
        <translation>„Mindestzahl der Kunden je Zentrum“ ({low}) liegt über „Höchstzahl der Kunden je Zentrum“ ({high}). Senken Sie das eine oder erhöhen Sie das andere.</translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_problem.py"/>
        <source>“Minimum demand per centre” ({low}) is above “Maximum demand per centre” ({high}). Lower the one or raise the other.</source>
        <translation>„Mindestnachfrage je Zentrum“ ({low}) liegt über „Höchstnachfrage je Zentrum“ ({high}). Senken Sie das eine oder erhöhen Sie das andere.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/greenfield_problem.py"/>
        <source>A bound of {count} existing centres is negative or infinite: {names}. Correct it in the fields of “Existing centres that stay” (EXISTING), or leave it empty where the bound of all centres holds.</source>
        <extracomment>For exactly one: A bound of {count} existing centre is negative or infinite: {names}. Correct it in the fields of “Existing centres that stay” (EXISTING), or leave it empty where the bound of all centres holds.</extracomment>
        <translation>
            <numerusform>Ein Grenzwert von {count} bestehendem Zentrum ist negativ oder unendlich: {names}. Korrigieren Sie ihn in den Feldern von „Bestehende Zentren, die bleiben“ (EXISTING), oder lassen Sie ihn leer, wo der Grenzwert aller Zentren gilt.</numerusform>
            <numerusform>Ein Grenzwert von {count} bestehenden Zentren ist negativ oder unendlich: {names}. Korrigieren Sie ihn in den Feldern von „Bestehende Zentren, die bleiben“ (EXISTING), oder lassen Sie ihn leer, wo der Grenzwert aller Zentren gilt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/greenfield_problem.py"/>
        <source>The minimum number of customers of {count} existing centres is above their maximum: {names}. Lower the one or raise the other.</source>
        <extracomment>For exactly one: The minimum number of customers of {count} existing centre is above its maximum: {names}. Lower the one or raise the other.</extracomment>
        <translation>
            <numerusform>Die Mindestzahl der Kunden von {count} bestehenden Zentrum liegt über seiner Höchstzahl: {names}. Senken Sie die eine oder erhöhen Sie die andere.</numerusform>
            <numerusform>Die Mindestzahl der Kunden von {count} bestehenden Zentren liegt über ihrer Höchstzahl: {names}. Senken Sie die eine oder erhöhen Sie die andere.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_problem.py"/>
        <source>{rule} is no rule for centres.</source>
        <translation>{rule} ist keine Regel für Zentren.</translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_problem.py"/>
        <source>There are no customers.</source>
        <translation>Es gibt keine Kunden.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/greenfield_problem.py"/>
        <source>{count} customers have a negative or missing demand: {ids}.</source>
        <extracomment>For exactly one: {count} customer has a negative or missing demand: {ids}.</extracomment>
        <translation>
            <numerusform>{count} Kunde hat eine negative oder fehlende Nachfrage: {ids}.</numerusform>
            <numerusform>{count} Kunden haben eine negative oder fehlende Nachfrage: {ids}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_problem.py"/>
        <source>“Demand” (WEIGHT_FIELD) of all {n} customers is 0: there is nothing to serve. Choose another field, or leave it out so that each customer counts 1.</source>
        <translation>Die „Nachfrage“ (WEIGHT_FIELD) aller {n} Kunden ist 0: Es gibt nichts zu bedienen. Wählen Sie ein anderes Feld, oder lassen Sie es weg, sodass jeder Kunde 1 zählt.</translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>“Number of centres” is {count}, but that of customers {n}. Choose a number of centres from {least} to {most}.</source>
        <translation>„Anzahl der Zentren“ ist {count}, die der Kunden aber {n}. Wählen Sie eine Anzahl von {least} bis {most} Zentren.</translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>“Number of centres” is {count}, but {existing} exist already and stay open. Raise the number to at least {existing}, or close some.</source>
        <translation>„Anzahl der Zentren“ ist {count}, aber {existing} bestehen schon und bleiben offen. Erhöhen Sie die Anzahl auf mindestens {existing} oder schließen Sie einige.</translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} centres × at least {low} customers = {need}, but there are only {n} customers. Lower the minimum (MIN_CUSTOMERS) or the number of centres.</source>
        <translation>{count} Zentren × mindestens {low} Kunden = {need}, es gibt aber nur {n} Kunden. Senken Sie das Minimum (MIN_CUSTOMERS) oder die Anzahl der Zentren.</translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} centres need at least {need} customers together, but there are only {n} customers. Lower the minimum (MIN_CUSTOMERS), here or in the field of the existing centres.</source>
        <translation>{count} Zentren brauchen zusammen mindestens {need} Kunden, es gibt aber nur {n} Kunden. Senken Sie das Minimum (MIN_CUSTOMERS), hier oder im Feld der bestehenden Zentren.</translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} centres × at most {high} customers = {room}, but there are {n} customers. Raise the maximum (MAX_CUSTOMERS) or the number of centres.</source>
        <translation>{count} Zentren × höchstens {high} Kunden = {room}, es gibt aber {n} Kunden. Erhöhen Sie das Maximum (MAX_CUSTOMERS) oder die Anzahl der Zentren.</translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} centres have room for {room} customers together, but there are {n} customers. Raise the maximum (MAX_CUSTOMERS), here or in the field of the existing centres, or the number of centres.</source>
        <translation>{count} Zentren haben zusammen Platz für {room} Kunden, es gibt aber {n} Kunden. Erhöhen Sie das Maximum (MAX_CUSTOMERS), hier oder im Feld der bestehenden Zentren, oder die Anzahl der Zentren.</translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} centres × at least {low} demand = {need}, but the customers' demand is {total} in all. Lower the minimum (MIN_DEMAND) or the number of centres.</source>
        <translation>{count} Zentren × mindestens {low} Nachfrage = {need}, die Nachfrage der Kunden ist aber insgesamt {total}. Senken Sie das Minimum (MIN_DEMAND) oder die Anzahl der Zentren.</translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} centres need at least a demand of {need} together, but the customers' demand is {total} in all. Lower the minimum (MIN_DEMAND), here or in the field of the existing centres.</source>
        <translation>{count} Zentren brauchen zusammen mindestens eine Nachfrage von {need}, die Nachfrage der Kunden ist aber insgesamt {total}. Senken Sie das Minimum (MIN_DEMAND), hier oder im Feld der bestehenden Zentren.</translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} centres × at most {high} demand = {room}, but the customers' demand is {total} in all. Raise the maximum (MAX_DEMAND) or the number of centres.</source>
        <translation>{count} Zentren × höchstens {high} Nachfrage = {room}, die Nachfrage der Kunden ist aber insgesamt {total}. Erhöhen Sie das Maximum (MAX_DEMAND) oder die Anzahl der Zentren.</translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} centres have room for a demand of {room} together, but the customers' demand is {total} in all. Raise the maximum (MAX_DEMAND), here or in the field of the existing centres, or the number of centres.</source>
        <translation>{count} Zentren haben zusammen Platz für eine Nachfrage von {room}, die Nachfrage der Kunden ist aber insgesamt {total}. Erhöhen Sie das Maximum (MAX_DEMAND), hier oder im Feld der bestehenden Zentren, oder die Anzahl der Zentren.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} customers alone have more demand than one centre may get ({high}): {ids}. Raise the maximum (MAX_DEMAND) or divide these customers.</source>
        <extracomment>For exactly one: {count} customer alone has more demand than one centre may get ({high}): {ids}. Raise the maximum (MAX_DEMAND) or divide this customer.</extracomment>
        <translation>
            <numerusform>{count} Kunde allein hat mehr Nachfrage, als ein Zentrum bekommen darf ({high}): {ids}. Erhöhen Sie das Maximum (MAX_DEMAND) oder teilen Sie diesen Kunden.</numerusform>
            <numerusform>{count} Kunden allein haben mehr Nachfrage, als ein Zentrum bekommen darf ({high}): {ids}. Erhöhen Sie das Maximum (MAX_DEMAND) oder teilen Sie diese Kunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} customers are beyond the maximum distance of every existing centre, and no new centre is asked for: {ids}. Raise the distance (MAX_DISTANCE) or the number of centres.</source>
        <extracomment>For exactly one: {count} customer is beyond the maximum distance of every existing centre, and no new centre is asked for: {ids}. Raise the distance (MAX_DISTANCE) or the number of centres.</extracomment>
        <translation>
            <numerusform>{count} Kunde liegt jenseits der maximalen Entfernung jedes bestehenden Zentrums, und kein neues Zentrum ist verlangt: {ids}. Erhöhen Sie die Entfernung (MAX_DISTANCE) oder die Anzahl der Zentren.</numerusform>
            <numerusform>{count} Kunden liegen jenseits der maximalen Entfernung jedes bestehenden Zentrums, und kein neues Zentrum ist verlangt: {ids}. Erhöhen Sie die Entfernung (MAX_DISTANCE) oder die Anzahl der Zentren.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{need} customers are more than twice {limit} m apart from each other and so need a new centre each, but only {free} can be placed: {ids}. Raise the number of centres, or the distance (MAX_DISTANCE) to at least {enough} m.</source>
        <translation>{need} Kunden liegen mehr als das Doppelte von {limit} m auseinander und brauchen also je ein neues Zentrum, es können aber nur {free} gesetzt werden: {ids}. Erhöhen Sie die Anzahl der Zentren oder die Entfernung (MAX_DISTANCE) auf mindestens {enough} m.</translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>customers per centre: {least} to {most}</source>
        <translation>Kunden je Zentrum: {least} bis {most}</translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>demand per centre: {least} to {most}</source>
        <translation>Nachfrage je Zentrum: {least} bis {most}</translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>no bounds</source>
        <translation>keine Schranken</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>With {centres} centres no plan was found that keeps every customer within the maximum distance; the best leaves {count} beyond it, up to {most} m away: {ids}. Raise the distance (MAX_DISTANCE) or the number of centres.</source>
        <extracomment>For exactly one: With {centres} centres no plan was found that keeps every customer within the maximum distance; the best leaves {count} beyond it, up to {most} m away: {ids}. Raise the distance (MAX_DISTANCE) or the number of centres.</extracomment>
        <translation>
            <numerusform>Mit {centres} Zentren wurde kein Plan gefunden, der jeden Kunden innerhalb der maximalen Entfernung hält; der beste lässt {count} außerhalb, bis zu {most} m entfernt: {ids}. Erhöhen Sie die Entfernung (MAX_DISTANCE) oder die Anzahl der Zentren.</numerusform>
            <numerusform>Mit {centres} Zentren wurde kein Plan gefunden, der jeden Kunden innerhalb der maximalen Entfernung hält; der beste lässt {count} außerhalb, bis zu {most} m entfernt: {ids}. Erhöhen Sie die Entfernung (MAX_DISTANCE) oder die Anzahl der Zentren.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_result.py"/>
        <source>Give at least one number of centres and at least one start.</source>
        <translation>Geben Sie mindestens eine Anzahl von Zentren und mindestens einen Start an.</translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_search.py"/>
        <source>With {count} centres no plan was found ({bounds}). {reason}</source>
        <translation>Mit {count} Zentren wurde kein Plan gefunden ({bounds}). {reason}</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/homes.py"/>
        <source>{count} areas have a negative or missing weight.</source>
        <extracomment>For exactly one: {count} area has a negative or missing weight.</extracomment>
        <translation>
            <numerusform>{count} Fläche hat ein negatives oder fehlendes Gewicht.</numerusform>
            <numerusform>{count} Flächen haben ein negatives oder fehlendes Gewicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/median_problem.py"/>
        <source>{count} costs are negative or missing. Every cost must be 0 or more.</source>
        <extracomment>For exactly one: {count} cost is negative or missing. Every cost must be 0 or more.</extracomment>
        <translation>
            <numerusform>{count} Kostenwert ist negativ oder fehlt. Alle Kosten müssen 0 oder größer sein.</numerusform>
            <numerusform>{count} Kostenwerte sind negativ oder fehlen. Alle Kosten müssen 0 oder größer sein.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/median_problem.py"/>
        <source>Weights must be finite, at least 0, and one for each of {n}.</source>
        <translation>Gewichte müssen endlich und mindestens 0 sein, eines für jedes der {n} Objekte.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/median_problem.py"/>
        <source>{count} places cannot be reached from any candidate: {ids}. Remove them, add candidates near them, or correct the cost matrix (COST_MATRIX).</source>
        <extracomment>For exactly one: {count} place cannot be reached from any candidate: {ids}. Remove it, add candidates near it, or correct the cost matrix (COST_MATRIX).</extracomment>
        <translation>
            <numerusform>{count} Ort ist von keinem Kandidaten zu erreichen: {ids}. Entfernen Sie ihn, fügen Sie Kandidaten in seiner Nähe hinzu oder korrigieren Sie die Kostenmatrix (COST_MATRIX).</numerusform>
            <numerusform>{count} Orte sind von keinem Kandidaten zu erreichen: {ids}. Entfernen Sie sie, fügen Sie Kandidaten in ihrer Nähe hinzu oder korrigieren Sie die Kostenmatrix (COST_MATRIX).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/median_problem.py"/>
        <source>{fixed} homes are fixed, but only {count} are to be chosen. Raise the number of representatives (COUNT).</source>
        <translation>{fixed} Standorte stehen fest, es sind aber nur {count} zu wählen. Erhöhen Sie die Anzahl der Vertreter (COUNT).</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/median_problem.py"/>
        <source>No choice of {homes} homes was found that reaches every place; the best leaves {count} places without a route: {ids}. Ask for more homes (COUNT), or correct the cost matrix (COST_MATRIX).</source>
        <extracomment>For exactly one: No choice of {homes} homes was found that reaches every place; the best leaves {count} place without a route: {ids}. Ask for more homes (COUNT), or correct the cost matrix (COST_MATRIX).</extracomment>
        <translation>
            <numerusform>Keine Auswahl von {homes} Standorten wurde gefunden, die jeden Ort erreicht; die beste lässt {count} Ort ohne Route: {ids}. Verlangen Sie mehr Standorte (COUNT) oder korrigieren Sie die Kostenmatrix (COST_MATRIX).</numerusform>
            <numerusform>Keine Auswahl von {homes} Standorten wurde gefunden, die jeden Ort erreicht; die beste lässt {count} Orte ohne Route: {ids}. Verlangen Sie mehr Standorte (COUNT) oder korrigieren Sie die Kostenmatrix (COST_MATRIX).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/median_problem.py"/>
        <source>{homes} homes are asked for, but there are {count} candidates. Set the number of representatives (COUNT) from 1 to {count}, or allow more candidates.</source>
        <extracomment>For exactly one: {homes} homes are asked for, but there is {count} candidate. Set the number of representatives (COUNT) to 1, or allow more candidates.</extracomment>
        <translation>
            <numerusform>{homes} Standorte sind verlangt, es gibt aber {count} Kandidaten. Setzen Sie die Anzahl der Vertreter (COUNT) auf 1 oder lassen Sie mehr Kandidaten zu.</numerusform>
            <numerusform>{homes} Standorte sind verlangt, es gibt aber {count} Kandidaten. Setzen Sie die Anzahl der Vertreter (COUNT) auf 1 bis {count} oder lassen Sie mehr Kandidaten zu.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/natural_breaks.py"/>
        <source>Natural breaks need finite values; {bad} of {all} are not.</source>
        <translation>Natürliche Grenzen brauchen endliche Werte; {bad} von {all} sind es nicht.</translation>
    </message>
    <message>
        <location filename="../core/siting/natural_breaks.py"/>
        <source>Natural breaks need at least one class, not {k}.</source>
        <translation>Natürliche Grenzen brauchen mindestens eine Klasse, nicht {k}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/natural_breaks.py"/>
        <source>{count} candidates have a negative or missing potential: {ids}.</source>
        <extracomment>For exactly one: {count} candidate has a negative or missing potential: {ids}.</extracomment>
        <translation>
            <numerusform>{count} Kandidat hat ein negatives oder fehlendes Potenzial: {ids}.</numerusform>
            <numerusform>{count} Kandidaten haben ein negatives oder fehlendes Potenzial: {ids}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/settings.py"/>
        <source>“Genetic search: minimum crossover rate” (CROSSOVER_MIN)</source>
        <translation>„Genetische Suche: minimale Kreuzungsrate“ (CROSSOVER_MIN)</translation>
    </message>
    <message>
        <location filename="../core/siting/settings.py"/>
        <source>“Genetic search: maximum crossover rate” (CROSSOVER_MAX)</source>
        <translation>„Genetische Suche: maximale Kreuzungsrate“ (CROSSOVER_MAX)</translation>
    </message>
    <message>
        <location filename="../core/siting/settings.py"/>
        <source>“Genetic search: minimum mutation rate” (MUTATION_MIN)</source>
        <translation>„Genetische Suche: minimale Mutationsrate“ (MUTATION_MIN)</translation>
    </message>
    <message>
        <location filename="../core/siting/settings.py"/>
        <source>“Genetic search: maximum mutation rate” (MUTATION_MAX)</source>
        <translation>„Genetische Suche: maximale Mutationsrate“ (MUTATION_MAX)</translation>
    </message>
    <message>
        <location filename="../core/siting/settings.py"/>
        <source>“Genetic search: population” (POPULATION) is {population}; at least 2 choices are needed, of which “Genetic search: elitism” (ELITISM), less than 100 %, survive. Correct these.</source>
        <translation>„Genetische Suche: Population“ (POPULATION) ist {population}; mindestens 2 Möglichkeiten werden gebraucht, von denen „Genetische Suche: Elite“ (ELITISM), weniger als 100 %, überleben. Korrigieren Sie die Werte.</translation>
    </message>
    <message>
        <location filename="../core/siting/settings.py"/>
        <source>“Maximum weight per home” (CAPACITY) is kept by the p-median only: choose that “Method” (METHOD), or leave the maximum empty.</source>
        <translation>„Höchstgewicht je Standort“ (CAPACITY) hält nur der p-Median ein: Wählen Sie ihn als „Verfahren“ (METHOD), oder lassen Sie das Höchstgewicht leer.</translation>
    </message>
    <message>
        <location filename="../core/siting/sited.py"/>
        <source>“Weight” (WEIGHT_FIELD) is 0 or NULL everywhere: there is nothing to serve. Choose another field, or leave it empty so that each place counts 1.</source>
        <translation>„Gewicht“ (WEIGHT_FIELD) ist überall 0 oder NULL: Es gibt nichts zu bedienen. Wählen Sie ein anderes Feld, oder lassen Sie es leer, sodass jeder Ort 1 zählt.</translation>
    </message>
    <message>
        <location filename="../core/siting/sited.py"/>
        <source>Exact allocation by {solver}.</source>
        <translation>Exakte Zuteilung durch {solver}.</translation>
    </message>
    <message>
        <location filename="../core/some_names.py"/>
        <source>{shown}, … ({total} in all)</source>
        <translation>{shown}, … (insgesamt {total})</translation>
    </message>
    <message>
        <location filename="../core/travel/cost_table.py"/>
        <source>“Cost matrix” (COST_MATRIX) has neither distances nor times. Give it a field distance_m or time_s.</source>
        <translation>„Kostenmatrix“ (COST_MATRIX) hat weder Entfernungen noch Zeiten. Geben Sie ihr ein Feld distance_m oder time_s.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/travel/cost_table.py"/>
        <source>“Cost matrix” (COST_MATRIX): {count} rows have a negative {name}: {pairs}. Correct them, or empty their costs (no connection).</source>
        <extracomment>For exactly one: “Cost matrix” (COST_MATRIX): {count} row has a negative {name}: {pairs}. Correct it, or empty its cost (no connection).</extracomment>
        <translation>
            <numerusform>„Kostenmatrix“ (COST_MATRIX): {count} Zeile hat einen negativen Wert in {name}: {pairs}. Korrigieren Sie sie, oder leeren Sie ihre Kosten (keine Verbindung).</numerusform>
            <numerusform>„Kostenmatrix“ (COST_MATRIX): {count} Zeilen haben einen negativen Wert in {name}: {pairs}. Korrigieren Sie sie, oder leeren Sie ihre Kosten (keine Verbindung).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/travel/cost_table.py"/>
        <source>“Cost matrix” (COST_MATRIX): {count} pairs occur with different costs: {pairs}. Keep one row for each.</source>
        <extracomment>For exactly one: “Cost matrix” (COST_MATRIX): {count} pair occurs with different costs: {pairs}. Keep one row for it.</extracomment>
        <translation>
            <numerusform>„Kostenmatrix“ (COST_MATRIX): {count} Paar kommt mit verschiedenen Kosten vor: {pairs}. Behalten Sie eine Zeile dafür.</numerusform>
            <numerusform>„Kostenmatrix“ (COST_MATRIX): {count} Paare kommen mit verschiedenen Kosten vor: {pairs}. Behalten Sie je eine Zeile.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/travel/cost_table.py"/>
        <source>{wanted} is not a quantity of a cost matrix.</source>
        <translation>{wanted} ist keine Größe einer Kostenmatrix.</translation>
    </message>
    <message>
        <location filename="../core/travel/cost_table.py"/>
        <source>The cost matrix has no values of {wanted}.</source>
        <translation>Die Kostenmatrix hat keine Werte von {wanted}.</translation>
    </message>
    <message>
        <location filename="../core/travel/cost_table.py"/>
        <source>As origin it never names {origins}, as destination never {destinations}.</source>
        <translation>Als Start nennt sie {origins} nie, als Ziel {destinations} nie.</translation>
    </message>
    <message>
        <location filename="../core/travel/cost_table.py"/>
        <source>As origin it never names {origins}.</source>
        <translation>Als Start nennt sie {origins} nie.</translation>
    </message>
    <message>
        <location filename="../core/travel/cost_table.py"/>
        <source>As destination it never names {destinations}.</source>
        <translation>Als Ziel nennt sie {destinations} nie.</translation>
    </message>
    <message>
        <location filename="../core/travel/cost_table.py"/>
        <source>It names all of these places, but in other pairs.</source>
        <translation>Sie nennt alle diese Orte, aber in anderen Paaren.</translation>
    </message>
    <message>
        <location filename="../core/travel/cost_table.py"/>
        <source>“Cost matrix” (COST_MATRIX) lacks {missing} of {wanted} pairs: {pairs}. {hint} Add these rows, or make the matrix again for all places; a pair that is not connected needs a row, too, with empty costs.</source>
        <translation>Der „Kostenmatrix“ (COST_MATRIX) fehlen {missing} von {wanted} Paaren: {pairs}. {hint} Fügen Sie diese Zeilen hinzu oder erstellen Sie die Matrix neu für alle Orte; auch ein Paar ohne Verbindung braucht eine Zeile, mit leeren Kosten.</translation>
    </message>
    <message>
        <location filename="../core/travel/road_lines.py"/>
        <source>The network has {lines} lines, but {speeds} speeds and {directions} directions.</source>
        <translation>Das Netz hat {lines} Linien, aber {speeds} Geschwindigkeiten und {directions} Richtungen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/travel/road_lines.py"/>
        <source>{count} vertices of the network have no finite coordinates.</source>
        <extracomment>For exactly one: {count} vertex of the network has no finite coordinates.</extracomment>
        <translation>
            <numerusform>{count} Stützpunkt des Netzes hat keine endlichen Koordinaten.</numerusform>
            <numerusform>{count} Stützpunkte des Netzes haben keine endlichen Koordinaten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/travel/road_lines.py"/>
        <source>{count} lines of the network have no speed above 0: {ids}. Give a default speed for them.</source>
        <extracomment>For exactly one: {count} line of the network has no speed above 0: {ids}. Give a default speed for it.</extracomment>
        <translation>
            <numerusform>{count} Linie des Netzes hat keine Geschwindigkeit über 0: {ids}. Geben Sie eine Vorgabegeschwindigkeit für sie an.</numerusform>
            <numerusform>{count} Linien des Netzes haben keine Geschwindigkeit über 0: {ids}. Geben Sie eine Vorgabegeschwindigkeit für sie an.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/travel/road_lines.py"/>
        <source>Direction codes must be 0 (forward), 1 (backward) or 2 (both).</source>
        <translation>Richtungscodes müssen 0 (vorwärts), 1 (rückwärts) oder 2 (beide) sein.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/travel/table_columns.py"/>
        <source>Travel table: origins in '{origin}', {count} destinations as columns, in {unit}.</source>
        <extracomment>For exactly one: Travel table: origins in '{origin}', {count} destination as a column, in {unit}.</extracomment>
        <translation>
            <numerusform>Fahrtentabelle: Starts in '{origin}', {count} Ziel als Spalte, in {unit}.</numerusform>
            <numerusform>Fahrtentabelle: Starts in '{origin}', {count} Ziele als Spalten, in {unit}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/travel/table_columns.py"/>
        <source>Travel table ({maker}): from '{origin}' to '{destination}', {costs}.</source>
        <translation>Fahrtentabelle ({maker}): von '{origin}' nach '{destination}', {costs}.</translation>
    </message>
    <message>
        <location filename="../core/travel/table_columns.py"/>
        <source>“Cost matrix” (COST_MATRIX) has '{origin}' and '{destination}', but no column with costs that is known, such as distance_m or time_s; its columns are: {names}. Rename the one that holds the costs.</source>
        <translation>„Kostenmatrix“ (COST_MATRIX) hat '{origin}' und '{destination}', aber keine bekannte Spalte mit Kosten wie distance_m oder time_s; ihre Spalten sind: {names}. Benennen Sie die mit den Kosten um.</translation>
    </message>
    <message>
        <location filename="../core/travel/table_columns.py"/>
        <source>“Cost matrix” (COST_MATRIX) has no columns 'origin' and 'destination', nor any other spelling that is known; its columns are: {names}. Rename two columns to origin and destination, and the costs to distance_m or time_s.</source>
        <translation>„Kostenmatrix“ (COST_MATRIX) hat keine Spalten 'origin' und 'destination' und keine andere bekannte Schreibweise davon; ihre Spalten sind: {names}. Benennen Sie zwei Spalten in origin und destination um und die Kosten in distance_m oder time_s.</translation>
    </message>
    <message>
        <location filename="../core/travel/table_columns.py"/>
        <source>“Cost matrix” (COST_MATRIX): the unit of {columns} cannot be known from the name ({maker}). Say it in “Unit of the cost matrix” (COST_UNIT): metres, kilometres, seconds, minutes or hours.</source>
        <translation>„Kostenmatrix“ (COST_MATRIX): Die Einheit von {columns} geht aus dem Namen nicht hervor ({maker}). Geben Sie sie in „Einheit der Kostenmatrix“ (COST_UNIT) an: Meter, Kilometer, Sekunden, Minuten oder Stunden.</translation>
    </message>
    <message>
        <location filename="../core/travel/trips.py"/>
        <source>“Cost matrix” (COST_MATRIX) has no rows from {count} of {all} candidates: {ids}. Make the matrix with all candidates as origins, or allow fewer candidates (CANDIDATES).</source>
        <translation>„Kostenmatrix“ (COST_MATRIX) hat keine Zeilen von {count} der {all} Kandidaten: {ids}. Erstellen Sie die Matrix mit allen Kandidaten als Starts oder erlauben Sie weniger Kandidaten (CANDIDATES).</translation>
    </message>
    <message>
        <location filename="../core/travel/trips.py"/>
        <source>“Cost matrix” (COST_MATRIX) does not name {count} of the {all} areas: {ids}. Its ids look like {example}; choose as “Field that identifies an area” (AREA_ID_FIELD) the field that identified the areas when the matrix was made, and use a matrix of all areas.</source>
        <translation>„Kostenmatrix“ (COST_MATRIX) nennt {count} der {all} Flächen nicht: {ids}. Ihre IDs sehen aus wie {example}; wählen Sie als „Feld, das eine Fläche kennzeichnet“ (AREA_ID_FIELD) das Feld, das die Flächen kennzeichnete, als die Matrix erstellt wurde, und verwenden Sie eine Matrix aller Flächen.</translation>
    </message>
    <message>
        <location filename="../core/travel/trips.py"/>
        <source>nothing (it is empty)</source>
        <translation>nichts (sie ist leer)</translation>
    </message>
    <message>
        <location filename="../core/workers/child_process.py"/>
        <source>it crashed with signal {number}</source>
        <translation>er ist mit Signal {number} abgestürzt</translation>
    </message>
    <message>
        <location filename="../core/workers/child_process.py"/>
        <source>it was ended from outside, perhaps because memory ran short</source>
        <translation>er wurde von außen beendet, vielleicht weil der Speicher knapp wurde</translation>
    </message>
    <message>
        <location filename="../core/workers/child_process.py"/>
        <source>exit code {code}</source>
        <translation>Rückgabewert {code}</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/workers/children.py"/>
        <source>A worker process ran out of memory; the {count} others do its work.</source>
        <extracomment>For exactly one: A worker process ran out of memory; the other one does its work.</extracomment>
        <translation>
            <numerusform>Einem Hilfsprozess ging der Speicher aus; der andere übernimmt seine Arbeit.</numerusform>
            <numerusform>Einem Hilfsprozess ging der Speicher aus; die {count} anderen übernehmen seine Arbeit.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/workers/children.py"/>
        <source>A worker process has ended ({cause}); its work is done again.</source>
        <translation>Ein Hilfsprozess wurde beendet ({cause}); seine Arbeit wird noch einmal getan.</translation>
    </message>
    <message>
        <location filename="../core/workers/children.py"/>
        <source>The work goes on without worker processes.</source>
        <translation>Die Arbeit geht ohne Hilfsprozesse weiter.</translation>
    </message>
    <message>
        <location filename="../core/workers/failures.py"/>
        <source>a worker process has ended ({cause})</source>
        <translation>ein Hilfsprozess wurde beendet ({cause})</translation>
    </message>
    <message>
        <location filename="../core/workers/failures.py"/>
        <source>a worker process has failed ({reason})</source>
        <translation>ein Hilfsprozess ist gescheitert ({reason})</translation>
    </message>
    <message>
        <location filename="../core/workers/pool.py"/>
        <source>no worker process can be started</source>
        <translation>es lässt sich kein Hilfsprozess starten</translation>
    </message>
    <message>
        <location filename="../core/workers/pool.py"/>
        <source>The Dask scheduler at {address} cannot be used ({reason}); the work is done on this computer.</source>
        <translation>Der Dask-Scheduler unter {address} ist nicht verwendbar ({reason}); die Arbeit geschieht auf diesem Rechner.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/workers/pool.py"/>
        <source>The work is done by {count} workers of the Dask scheduler at {address}.</source>
        <extracomment>For exactly one: The work is done by {count} worker of the Dask scheduler at {address}.</extracomment>
        <translation>
            <numerusform>Die Arbeit übernimmt {count} Hilfsprozess des Dask-Schedulers unter {address}.</numerusform>
            <numerusform>Die Arbeit übernehmen {count} Hilfsprozesse des Dask-Schedulers unter {address}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/workers/pool.py"/>
        <source>the pool is closed</source>
        <translation>der Vorrat an Prozessen ist geschlossen</translation>
    </message>
    <message>
        <location filename="../core/workers/pool.py"/>
        <source>The cluster is lost ({reason}); the work goes on on this computer.</source>
        <translation>Der Cluster ist verloren ({reason}); die Arbeit geht auf diesem Rechner weiter.</translation>
    </message>
    <message numerus="yes">
        <location filename="../core/workflow/capacity.py"/>
        <source>{count} areas hold more than one representative can carry ({ids}): {first} alone has {share:.0f} % of it. Raise “What one representative can carry” (CAPACITY), or divide the areas.</source>
        <extracomment>For exactly one: {count} area holds more than one representative can carry ({ids}): {first} alone has {share:.0f} % of it. Raise “What one representative can carry” (CAPACITY), or divide the area.</extracomment>
        <translation>
            <numerusform>{count} Fläche enthält mehr, als ein Vertreter bewältigen kann ({ids}): {first} allein hat {share:.0f} % davon. Erhöhen Sie „Was ein Vertreter bewältigen kann“ (CAPACITY) oder teilen Sie die Fläche.</numerusform>
            <numerusform>{count} Flächen enthalten mehr, als ein Vertreter bewältigen kann ({ids}): {first} allein hat {share:.0f} % davon. Erhöhen Sie „Was ein Vertreter bewältigen kann“ (CAPACITY) oder teilen Sie die Flächen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/workflow/capacity.py"/>
        <source>By the work that there is, {count} representatives are needed.</source>
        <translation>Nach der vorhandenen Arbeit werden {count} Vertreter gebraucht.</translation>
    </message>
    <message>
        <location filename="../core/workflow/planning.py"/>
        <source>{count} territories: hours of the plan and hours it was balanced on differ by at most {gap:.2f} %.</source>
        <translation>{count} Gebiete: Die Stunden des Plans und die Stunden, auf denen er ausgeglichen wurde, weichen höchstens {gap:.2f} % voneinander ab.</translation>
    </message>
    <message>
        <location filename="../core/workflow/settling.py"/>
        <source>{count} territories, homes kept: balanced anew on its own hours, the plan stays as it is.</source>
        <translation>{count} Gebiete, Standorte bleiben: Auf seinen eigenen Stunden neu ausgeglichen, bleibt der Plan, wie er ist.</translation>
    </message>
    <message>
        <location filename="../core/workflow/settling.py"/>
        <source>{count} territories, homes kept: hours of the plan and hours it was balanced on differ by at most {gap:.2f} %.</source>
        <translation>{count} Gebiete, Standorte bleiben: Die Stunden des Plans und die, auf denen er ausgeglichen wurde, unterscheiden sich um höchstens {gap:.2f} %.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>Adjacency of areas</source>
        <translation>Nachbarschaft der Flächen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>Prepare</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>Finds which areas are neighbours and how long their shared border is.</source>
        <translation>Findet, welche Flächen Nachbarn sind und wie lang ihre gemeinsame Grenze ist.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>contiguity</source>
        <translation>Zusammenhang</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>borders</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>topology</source>
        <translation>Topologie</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>Finds which polygons are neighbours, and measures the border they share. The result is a line layer, one line per pair of neighbours, that can be edited (delete a line to cut two areas apart, draw one from area to area to join them) and handed to "Balance territories" as its “Edited adjacency layer”.

Borders are found where polygons share vertices, and also where they do not: T-junctions, gaps and overlaps up to the snap distance, holes, multiparts. Barriers cut the borders that they follow or cross.

Islands and exclaves are joined to their nearest neighbour by bridges (kind = bridge, length 0), so that they can become part of a connected territory.</source>
        <translation>Findet, welche Polygone Nachbarn sind, und misst die Grenze, die sie gemeinsam haben. Das Ergebnis ist ein Linienlayer mit einer Linie je Nachbarpaar. Er lässt sich bearbeiten (eine Linie löschen trennt zwei Flächen, eine von Fläche zu Fläche gezeichnete verbindet sie) und „Gebiete ausgleichen“ als „Bearbeiteter Nachbarschaftslayer“ übergeben.

Grenzen werden gefunden, wo Polygone Stützpunkte teilen, und auch wo sie es nicht tun: T-Kreuzungen, Lücken und Überlappungen bis zum Fangabstand, Löcher, mehrteilige Objekte. Barrieren zerschneiden die Grenzen, denen sie folgen oder die sie kreuzen.

Inseln und Exklaven werden durch Brücken mit ihrem nächsten Nachbarn verbunden (kind = bridge, Länge 0), damit sie Teil eines zusammenhängenden Gebiets werden können.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>Pairs of neighbours</source>
        <translation>Nachbarpaare</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>Connected regions (with bridges)</source>
        <translation>Zusammenhängende Regionen (mit Brücken)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>Bridges</source>
        <translation>Brücken</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <source>Assign new customers</source>
        <translation>Neue Kunden zuordnen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <location filename="../processing_provider/reports/customers.py"/>
        <location filename="../ui/example.py"/>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <source>Gives new customers the territory of their neighbours, or of the polygon around them.</source>
        <translation>Gibt neuen Kunden das Gebiet ihrer Nachbarn oder des Polygons um sie herum.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>knn</source>
        <translation>knn</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>nearest neighbours</source>
        <translation>nächste Nachbarn</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <source>classify</source>
        <translation>klassifizieren</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <source>point in polygon</source>
        <translation>Punkt in Polygon</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <source>new accounts</source>
        <translation>Neukunden</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <source>Extends an assignment that exists to new customers.

By nearest neighbours, the territory is that of most of the nearest customers with a territory, and "confidence_pct" the share of them that are in it. By polygons, it is that of the polygon that holds the customer: confidence 100 %, less where polygons of several territories overlap. A customer outside every polygon gets the nearest one with confidence 0.

The customers or areas with a territory may have another reference system. Those whose territory is NULL or empty are not asked.</source>
        <translation>Erweitert eine bestehende Zuordnung auf neue Kunden.

Nach nächsten Nachbarn ist das Gebiet das der meisten unter den nächsten Kunden mit einem Gebiet, und „confidence_pct“ ist der Anteil derer, die dazugehören. Nach Polygonen ist es das des Polygons, in dem der Kunde liegt: Sicherheit 100 %, weniger, wo sich Polygone mehrerer Gebiete überlappen. Ein Kunde außerhalb aller Polygone bekommt das nächste mit Sicherheit 0.

Die Kunden oder Flächen mit einem Gebiet dürfen ein anderes Bezugssystem haben. Solche, deren Gebiet NULL oder leer ist, werden nicht gefragt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <source>Mean confidence (%)</source>
        <translation>Mittlere Sicherheit (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <source>Number of customers outside every polygon</source>
        <translation>Anzahl der Kunden außerhalb aller Polygone</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <source>Balance territories</source>
        <translation>Gebiete ausgleichen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>Assign and balance areas</source>
        <translation>Flächen zuordnen und ausgleichen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <source>Divides areas into connected, compact territories with equal totals.</source>
        <translation>Teilt Flächen in zusammenhängende, kompakte Gebiete mit gleichen Summen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <location filename="../processing_provider/algorithms/validate.py"/>
        <source>sales territories</source>
        <translation>Vertriebsgebiete</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <source>districting</source>
        <translation>Gebietseinteilung</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <source>redistricting</source>
        <translation>Gebietsreform</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <source>zoning</source>
        <translation>Zonierung</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <source>genetic</source>
        <translation>genetisch</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <source>regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <source>Divides areas into territories whose totals are equal (or in proportion to given shares), each one connected piece, with short travel and short borders.

Start from one of: the current plan, which is improved (start 1); representatives (start 2); or a bare number of territories (start 3). Starts 1 and 2 go together: the representatives are the people of the current plan; areas of one who left go to the others, one who joined gets a territory around the home, and as little else as possible moves. Starts 2 and 3 go together: there are new territories besides those of the representatives. Totals are those of the fields and expressions to balance; without any, every area counts 1.

Representatives stay where they live, each in his or her own territory, unless you say otherwise for all or for some of them. Where homes may move, territories go to those who travel least in them. Trips before (in the current plan, or to the nearest representative) and after are told from the current homes, and besides from the best home in each new territory; in time, too, where the cost matrix has times.

A genetic search keeps a population of plans, recombines connected pieces of two plans, and moves areas along borders from rich to poor territories. Contiguity, locks, groups and the limits on deviation and change are never broken. What contradicts itself is refused before the search, with the numbers.

With a cost matrix between areas and no representatives, homes come from the matrix: the best one in each territory of a plan, or the best for a number of territories.

The four weights say what matters: balance, travel (from the representatives who stay or by a cost matrix, else from the weighted centre of the territory), compactness (length of borders) and stability (weight that keeps its territory).

Results are repeatable: the same random seed gives the same plan. The worst deviation is that of the territory farthest from its target; next to it stands the value below which no plan can come. Cancelling keeps the best plan found so far.</source>
        <translation>Teilt Flächen in Gebiete, deren Summen gleich sind (oder im Verhältnis vorgegebener Anteile stehen), jedes zusammenhängend, mit kurzen Fahrwegen und kurzen Grenzen.

Beginnen Sie mit einem von dreien: dem aktuellen Plan, der verbessert wird (Start 1), Vertretern (Start 2) oder nur einer Anzahl von Gebieten (Start 3). Start 1 und 2 gehören zusammen: Die Vertreter sind die Leute des aktuellen Plans; Flächen eines Ausgeschiedenen gehen an die anderen, ein Neuer bekommt ein Gebiet um seinen Standort, und sonst ändert sich so wenig wie möglich. Start 2 und 3 gehören zusammen: Es gibt neue Gebiete neben denen der Vertreter. Die Summen sind die der Kennzahlen, aus Feldern und Ausdrücken; ohne solche zählt jede Fläche 1.

Vertreter bleiben, wo sie wohnen, jeder im eigenen Gebiet, solange Sie nicht für alle oder einige etwas anderes sagen. Wo Standorte sich ändern dürfen, gehen die Gebiete an die, die darin am wenigsten fahren. Fahrten vorher (im aktuellen Plan oder zum nächsten Vertreter) und nachher werden ab den aktuellen Standorten angegeben und außerdem ab dem besten Standort in jedem neuen Gebiet; auch als Zeit, wo die Kostenmatrix Zeiten hat.

Eine genetische Suche hält eine Population von Plänen, kombiniert zusammenhängende Stücke zweier Pläne neu und verschiebt Flächen entlang der Grenzen von reichen zu armen Gebieten. Zusammenhang, Fixierungen, Gruppen und die Grenzwerte von Abweichung und Änderung werden nie verletzt. Was sich widerspricht, wird vor der Suche mit den Zahlen abgelehnt.

Mit einer Kostenmatrix zwischen Flächen und ohne Vertreter kommen die Standorte aus der Matrix: der beste in jedem Gebiet eines Plans oder die besten für eine Anzahl von Gebieten.

Die vier Gewichte sagen, worauf es ankommt: Ausgleich, Fahrweg (ab den Vertretern, die bleiben, oder nach einer Kostenmatrix, sonst ab der gewichteten Mitte des Gebiets), Kompaktheit (Länge der Grenzen) und Stabilität (Gewicht, das sein Gebiet behält).

Ergebnisse sind wiederholbar: Derselbe Zufallsstartwert ergibt denselben Plan. Die größte Abweichung ist die des Gebiets, das am weitesten vom Sollwert entfernt ist; daneben steht der Wert, den kein Plan unterschreiten kann. Wer abbricht, behält den besten bis dahin gefundenen Plan.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>Why the search ended</source>
        <translation>Warum die Suche endete</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>Cluster customers</source>
        <translation>Kunden zu Kundenstämmen gruppieren</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>Gives customers to representatives: compact, within limits, with little change.</source>
        <translation>Gibt Kunden an Vertreter: kompakt, innerhalb von Grenzwerten, mit wenig Änderung.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>k-means</source>
        <translation>k-means</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>kmeans</source>
        <translation>kmeans</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>constrained</source>
        <translation>Nebenbedingungen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>balanced</source>
        <translation>ausgeglichen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>portfolio</source>
        <translation>Kundenstamm</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>sales force</source>
        <translation>Außendienst</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>Divides customers (points, or the centroids of polygons) into compact portfolios that keep limits: a k-means that alternates a bounded assignment with new centres until nothing improves.

Give the number of territories or a layer of representatives. Their places are the first centres; with “Centres stay at the representatives' places” they stay where they are.

Limits hold exactly, never approximately:
- the minimum and maximum number of customers per territory;
- limits on sums per territory, one row per attribute;
- the representative who must get a customer;
- the share of current customers that each representative keeps. Without representatives the clusters are named after those who keep most of their customers;
- the maximum distance from customer to centre.

Limits that contradict each other are refused with the numbers.

With a group field one independent problem is solved per value, for example per subsidiary. The number of territories is the number in each group then; representatives need the same field.

The clean-up by nearest neighbours moves customers that lie among those of another territory there, where no limit breaks. “Customers by territory” flags those that remain in the field "outlier".

The summary has a row for each group, each territory, and each rule: what it costs in inertia (the sum of the squared distances, in m²) and mean distance when the rules are added one by one. The report shows the portfolios before and after.</source>
        <translation>Teilt Kunden (Punkte oder die Schwerpunkte von Polygonen) in kompakte Kundenstämme, die Grenzwerte einhalten: ein k-means-Verfahren, das eine Zuordnung innerhalb der Grenzwerte mit neuen Zentren abwechselt, bis sich nichts mehr verbessert.

Geben Sie die Anzahl der Gebiete oder einen Layer der Vertreter an. Deren Orte sind die ersten Zentren; mit „Zentren bleiben an den Orten der Vertreter“ bleiben sie, wo sie sind.

Grenzwerte gelten exakt, nie ungefähr:
- die Mindestzahl und Höchstzahl der Kunden je Gebiet;
- Grenzwerte der Summen je Gebiet, eine Zeile je Merkmal;
- der Vertreter, der einen Kunden bekommen muss;
- der Anteil der aktuellen Kunden, den jeder Vertreter behält. Ohne Vertreter heißen die Cluster nach denen, die am meisten ihrer Kunden behalten;
- die maximale Entfernung vom Kunden zum Zentrum.

Grenzwerte, die sich widersprechen, werden mit den Zahlen abgelehnt.

Mit einem Gruppenfeld wird je Wert eine unabhängige Aufgabe gelöst, zum Beispiel je Niederlassung. Die Anzahl der Gebiete gilt dann in jeder Gruppe; Vertreter brauchen dasselbe Feld.

Die Bereinigung nach nächsten Nachbarn verschiebt Kunden, die zwischen denen eines anderen Gebiets liegen, dorthin, wo kein Grenzwert verletzt wird. „Kunden nach Gebiet“ kennzeichnet die verbleibenden im Feld „outlier“.

Die Übersicht hat eine Zeile für jede Gruppe, jedes Gebiet und jede Regel: was diese an Trägheit (Summe der quadrierten Entfernungen, in m²) und mittlerer Entfernung kostet, wenn die Regeln eine nach der anderen hinzukommen. Der Bericht zeigt die Kundenstämme vorher und nachher.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>Sum of the squared distances to the centres (m²)</source>
        <translation>Summe der quadrierten Entfernungen zu den Zentren (m²)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>Customers most of whose neighbours are in another territory</source>
        <translation>Kunden, deren Nachbarn mehrheitlich in einem anderen Gebiet liegen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>Mean distance to the centre (m)</source>
        <translation>Mittlere Entfernung zum Zentrum (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>Customers who keep their representative (%)</source>
        <translation>Kunden, die ihren Vertreter behalten (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>How the search ended</source>
        <translation>Wie die Suche endete</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Compare territories</source>
        <translation>Gebiete vergleichen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <location filename="../processing_provider/algorithms/validate.py"/>
        <source>Judge</source>
        <translation>Beurteilen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Two plans side by side: what changes hands, for whom, and what it saves.</source>
        <translation>Zwei Pläne nebeneinander: was das Gebiet wechselt, für wen, und was es spart.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>handover</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Compares two plans over the same areas or customers: two fields of one layer, or fields of two layers that are joined by the ids of their areas (never by order; what only one of them has is counted, listed and left out).

Before is the current plan from the current homes, after is the new plan from the same homes. With representatives after re-siting, travel of the new plan is shown from the new homes, too. Without representatives travel counts from the weighted centres.

Three tables come out: the areas that change hands, with the territory they leave and the one they go to; the hand-over of each representative, with what he or she keeps, gives and receives and the kilometres (with times: hours) before and after; and the table of old by new territories. Territories are the same where their names are the same.

Travel adds up one trip to each area that has weight, or all trips where their number is given. The saving is the travel before less that after (from the new homes, where there are any), at the costs per hour and kilometre; it is negative for a loss.</source>
        <translation>Vergleicht zwei Pläne über denselben Flächen oder Kunden: zwei Felder eines Layers oder Felder zweier Layer, die über die IDs ihrer Flächen verbunden werden (nie über die Reihenfolge; was nur einer der beiden hat, wird gezählt, aufgelistet und weggelassen).

Vorher ist der aktuelle Plan ab den aktuellen Standorten, nachher der neue Plan ab denselben Standorten. Mit Vertretern nach der Standortverlegung wird der Fahrweg des neuen Plans auch ab den neuen Standorten gezeigt. Ohne Vertreter zählt der Fahrweg ab den gewichteten Zentren.

Drei Tabellen entstehen: die Flächen, die das Gebiet wechseln, mit dem Gebiet, das sie verlassen, und dem, in das sie gehen; die Übergabe jedes Vertreters mit dem, was er behält, abgibt und aufnimmt, und den Kilometern (mit Zeiten: Stunden) vorher und nachher; und die Tabelle alter gegen neue Gebiete. Gebiete sind dieselben, wo ihre Namen dieselben sind.

Der Fahrweg summiert eine Fahrt zu jeder Fläche, die Gewicht hat, oder alle Fahrten, wo ihre Zahl angegeben ist. Die Ersparnis ist der Fahrweg vorher minus dem nachher (ab den neuen Standorten, wo es welche gibt), zu den Kosten je Stunde und Kilometer; bei einem Verlust ist sie negativ.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Weight that changes hands (%)</source>
        <translation>Gewicht, das das Gebiet wechselt (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <location filename="../ui/workbench/alternative_runs.py"/>
        <source>Areas that change hands</source>
        <translation>Flächen, die das Gebiet wechseln</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Areas that had no territory before</source>
        <translation>Flächen, die vorher kein Gebiet hatten</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Areas that only one of the two layers has</source>
        <translation>Flächen, die nur einer der beiden Layer hat</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Saving on travel</source>
        <translation>Ersparnis beim Fahrweg</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Worst deviation before (%)</source>
        <translation>Größte Abweichung vorher (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Worst deviation after (%)</source>
        <translation>Größte Abweichung nachher (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Standard deviation before (% of the mean target)</source>
        <translation>Standardabweichung vorher (% des mittleren Sollwerts)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Standard deviation after (% of the mean target)</source>
        <translation>Standardabweichung nachher (% des mittleren Sollwerts)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Coefficient of variation before (%)</source>
        <translation>Variationskoeffizient vorher (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Coefficient of variation after (%)</source>
        <translation>Variationskoeffizient nachher (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Contiguous parts before</source>
        <translation>Zusammenhängende Teile vorher</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Contiguous parts after</source>
        <translation>Zusammenhängende Teile nachher</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Length of the borders before (m)</source>
        <translation>Länge der Grenzen vorher (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Length of the borders after (m)</source>
        <translation>Länge der Grenzen nachher (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Mean distance before (m)</source>
        <translation>Mittlere Entfernung vorher (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Mean distance after (m)</source>
        <translation>Mittlere Entfernung nachher (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Mean distance from the new homes (m)</source>
        <translation>Mittlere Entfernung ab den neuen Standorten (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Travel before (km)</source>
        <translation>Fahrweg vorher (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Travel after (km)</source>
        <translation>Fahrweg nachher (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Travel from the new homes (km)</source>
        <translation>Fahrweg ab den neuen Standorten (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Mean travel time before (seconds)</source>
        <translation>Mittlere Fahrzeit vorher (Sekunden)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Mean travel time after (seconds)</source>
        <translation>Mittlere Fahrzeit nachher (Sekunden)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Mean travel time from the new homes (seconds)</source>
        <translation>Mittlere Fahrzeit ab den neuen Standorten (Sekunden)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Travel before (hours)</source>
        <translation>Fahrzeit vorher (Stunden)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Travel after (hours)</source>
        <translation>Fahrzeit nachher (Stunden)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Travel from the new homes (hours)</source>
        <translation>Fahrzeit ab den neuen Standorten (Stunden)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>Travel cost matrix</source>
        <translation>Kostenmatrix der Fahrten</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>Measures distance and travel time from each origin to each destination.</source>
        <translation>Misst Entfernung und Fahrzeit von jedem Start zu jedem Ziel.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>od matrix</source>
        <translation>OD-Matrix</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>origin destination</source>
        <translation>Start Ziel</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>network analysis</source>
        <translation>Netzwerkanalyse</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>shortest path</source>
        <translation>kürzester Weg</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>routing</source>
        <translation>Routenplanung</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>Measures distance and travel time from every origin to every destination, in a straight line on the ellipsoid or by the fastest route on a road layer. The table can be handed to every algorithm that takes a cost matrix.

Origins and destinations may be points or polygons (their centroids), and the same layer. Each place is snapped to the nearest point of the nearest road; the way there is not counted. Places farther from any road than the snap distance, and pairs in parts of the network that are not connected, have no route: their costs are NULL, and “Pairs without a route” counts them.

Roads connect wherever they share a vertex. Speed and direction fields are read as in QGIS's own network analysis; a speed may also be a text such as "50" or "30 mph", and roads without a usable speed get the default. The layers may have different coordinate reference systems; lengths are ellipsoidal. The time of a straight line is its length at the default speed.</source>
        <translation>Misst Entfernung und Fahrzeit von jedem Start zu jedem Ziel, in gerader Linie auf dem Ellipsoid oder auf der schnellsten Route eines Straßenlayers. Die Tabelle lässt sich jedem Werkzeug übergeben, das eine Kostenmatrix annimmt.

Starts und Ziele dürfen Punkte oder Polygone sein (deren Schwerpunkte), auch derselbe Layer. Jeder Ort wird auf den nächsten Punkt der nächsten Straße gefangen; der Weg dorthin zählt nicht. Orte, die weiter von jeder Straße entfernt sind als der Fangabstand, und Paare in nicht verbundenen Teilen des Netzes haben keine Route: Ihre Kosten sind NULL, und „Paare ohne Route“ zählt sie.

Straßen sind verbunden, wo sie einen Stützpunkt teilen. Felder für Geschwindigkeit und Richtung werden wie in der Netzwerkanalyse von QGIS gelesen; eine Geschwindigkeit darf auch ein Text sein wie "50" oder "30 mph", und Straßen ohne brauchbare Geschwindigkeit bekommen die Vorgabe. Die Layer dürfen verschiedene Koordinatenbezugssysteme haben; Längen sind ellipsoidisch. Die Zeit einer geraden Linie ist ihre Länge bei der Vorgabegeschwindigkeit.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>Pairs without a route</source>
        <translation>Paare ohne Route</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>Pairs of origin and destination</source>
        <translation>Paare aus Start und Ziel</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Evaluate territories</source>
        <translation>Gebiete bewerten</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Numbers for any plan, and for each area why it is where it is.</source>
        <translation>Zahlen für jeden Plan, und für jede Fläche, warum sie liegt, wo sie liegt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>compactness</source>
        <translation>Kompaktheit</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <location filename="../processing_provider/algorithms/validate.py"/>
        <source>quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Judges a plan that is there already: made by this plugin, drawn by hand or imported. Nothing is moved; what is wrong is counted, not refused.

Each territory gets its totals, target and deviation, connected parts, enclaves (own parts inside another territory) and holes (parts of others inside it), travel, and three measures of compactness, each 1 for a disc: Polsby–Popper (outline; field "compactness"), Reock (smallest circle around it) and moment of inertia (how near its ground lies to its middle).

Each area gets its second-best territory: the one that it touches (customers: one of the three nearest homes) to which it would go if it had to. Next to it stand the change of the plan's worst deviation and of its own territory's (percentage points), of one trip to it and of the border (metres), and the rule that forbids the move if one does. "firmness" grades the areas from firm to loose; the layer has a style for it.

Overlap tells how messy the map is: the share of the ground in the convex hulls of all territories that belongs to somebody else. An exclave far away counts for much, as whoever serves it crosses the ground of others. For customers it is the share of the five nearest neighbours that belong to somebody else.

Travel counts from the homes of the representatives, in a straight line or by the cost matrix; without representatives from the weighted centres. Sums add up one trip to each area that has weight, or all trips where their number is given.</source>
        <translation>Beurteilt einen Plan, den es schon gibt: mit dieser Erweiterung erstellt, von Hand gezeichnet oder importiert. Nichts wird verschoben; was nicht stimmt, wird gezählt, nicht abgelehnt.

Jedes Gebiet bekommt seine Summen, Sollwert und Abweichung, zusammenhängende Teile, Enklaven (eigene Teile in einem anderen Gebiet) und Löcher (Teile anderer darin), Fahrweg und drei Maße der Kompaktheit, jedes 1 für eine Kreisscheibe: Polsby–Popper (Umriss; Feld „compactness“), Reock (kleinster umschließender Kreis) und Trägheitsmoment (wie nahe sein Boden an seiner Mitte liegt).

Jede Fläche bekommt ihr zweitbestes Gebiet: das angrenzende (bei Kunden: eines der drei nächsten Standorte), in das sie ginge, wenn sie müsste. Daneben stehen die Änderung der größten Abweichung des Plans und der Abweichung ihres eigenen Gebiets (Prozentpunkte), die einer Fahrt zu ihr und die der Grenze (Meter) und die Regel, die den Wechsel verbietet, wenn es eine gibt. „firmness“ stuft die Flächen von fest bis lose ein; der Layer hat einen Stil dafür.

Die Überlappung sagt, wie unordentlich die Karte ist: der Anteil des Bodens in den konvexen Hüllen aller Gebiete, der jemand anderem gehört. Eine weit entfernte Exklave zählt viel, weil, wer sie bedient, den Boden anderer quert. Bei Kunden ist es der Anteil der fünf nächsten Nachbarn, die jemand anderem gehören.

Der Fahrweg zählt ab den Standorten der Vertreter, in gerader Linie oder nach der Kostenmatrix; ohne Vertreter ab den gewichteten Zentren. Summen zählen eine Fahrt zu jeder Fläche, die Gewicht hat, oder alle Fahrten, wo ihre Zahl angegeben ist.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <location filename="../processing_provider/reports/customers.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <location filename="../ui/workbench/plan_values.py"/>
        <source>Territories</source>
        <translation>Gebiete</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>Areas without a territory</source>
        <translation>Flächen ohne Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Worst deviation from the target (%)</source>
        <translation>Größte Abweichung vom Sollwert (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>No plan can have a smaller worst deviation (%)</source>
        <translation>Kein Plan kann eine kleinere größte Abweichung haben (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Standard deviation from the target (% of the mean target)</source>
        <translation>Standardabweichung vom Sollwert (% des mittleren Sollwerts)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Coefficient of variation of the totals (%)</source>
        <translation>Variationskoeffizient der Summen (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Gini coefficient of the totals (0 to 1)</source>
        <translation>Gini-Koeffizient der Summen (0 bis 1)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Largest over smallest total</source>
        <translation>Größte durch kleinste Summe</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Mean absolute deviation from the target (%)</source>
        <translation>Mittlere absolute Abweichung vom Sollwert (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Contiguous parts over all territories</source>
        <translation>Zusammenhängende Teile über alle Gebiete</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Parts of territories inside others</source>
        <translation>Teile von Gebieten innerhalb anderer</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Overlap of the territories (%)</source>
        <translation>Überlappung der Gebiete (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Length of the borders between territories (m)</source>
        <translation>Länge der Grenzen zwischen Gebieten (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Mean distance to the home or centre (m)</source>
        <translation>Mittlere Entfernung zum Standort oder Zentrum (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Longest distance to the home or centre (m)</source>
        <translation>Längste Entfernung zum Standort oder Zentrum (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Total travel (m)</source>
        <translation>Gesamter Fahrweg (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Mean travel time (seconds)</source>
        <translation>Mittlere Fahrzeit (Sekunden)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Total travel time (seconds)</source>
        <translation>Gesamte Fahrzeit (Sekunden)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Greenfield centres</source>
        <translation>Zentren auf der grünen Wiese</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>Site</source>
        <translation>Standorte planen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>Places centres where demand-weighted distance is least, within bounds per centre.</source>
        <translation>Setzt Zentren, wo die mit der Nachfrage gewichtete Entfernung am kleinsten ist, innerhalb von Schranken je Zentrum.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>centre of gravity</source>
        <translation>Schwerpunkt</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>warehouse</source>
        <translation>Lager</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>location</source>
        <translation>Lage</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>clustering</source>
        <translation>Clusteranalyse</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>brownfield</source>
        <translation>Brownfield</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>Places centres (warehouses, homes, depots) freely on the map and gives every customer to one of them, so that the total of demand × distance is small and every centre keeps its bounds: customers, demand, and distance. Customers are allocated and centres moved to the middle of their customers in turn, from several starts. The round with the least total counts, in which customers were allocated to centres placed for the round before: a centre need not be exactly the middle of its final customers. With plain means and without a maximum distance the rounds go on until it is.

Give one number of centres, or a range: the curve shows what each further centre saves, and a number is recommended. With costs it is the number with the least total: cost of the centres, and of transport (demand × distance). Without costs it is the smallest number beyond which a further centre saves less than “Minimum saving by a further centre”, measured against the travel with one centre alone, so that the answer does not depend on the range that is tried.

Existing centres stay where they are. With as many centres as exist customers are only allocated, and a centre may stay empty unless a minimum forbids it; with more, new ones are added. “Allocation to start from” is one more start for as many centres as it has groups; existing centres stand in for the groups nearest to them.

A centre lies at the demand-weighted mean of its customers (on the sphere, so right at the antimeridian and the poles), at their plain mean, or at the point with the least total distance; with a maximum distance, as near to it as reaches all of them. Bounds that nobody can keep are refused with the numbers.</source>
        <translation>Setzt Zentren (Lager, Standorte, Depots) frei auf die Karte und gibt jeden Kunden an eines davon, sodass die Summe von Nachfrage × Entfernung klein ist und jedes Zentrum seine Schranken einhält: Kunden, Nachfrage und Entfernung. Abwechselnd werden Kunden zugeteilt und Zentren in die Mitte ihrer Kunden gerückt, von mehreren Starts aus. Es zählt die Runde mit der kleinsten Summe, in der die Kunden Zentren zugeteilt wurden, die für die Runde davor gesetzt waren: Ein Zentrum muss also nicht genau in der Mitte seiner endgültigen Kunden liegen. Beim einfachen Mittel und ohne maximale Entfernung gehen die Runden weiter, bis es dort liegt.

Geben Sie eine Anzahl von Zentren oder einen Bereich an: Die Kurve zeigt, was jedes weitere Zentrum spart, und eine Anzahl wird empfohlen. Mit Kosten ist es die mit den geringsten Gesamtkosten: Kosten der Zentren und des Transports (Nachfrage × Entfernung). Ohne Kosten ist es die kleinste Anzahl, ab der ein weiteres Zentrum weniger spart als „Mindestersparnis durch ein weiteres Zentrum“, gemessen am Fahrweg mit nur einem Zentrum, damit die Antwort nicht vom versuchten Bereich abhängt.

Bestehende Zentren bleiben, wo sie sind. Mit so vielen Zentren, wie bestehen, werden Kunden nur zugeteilt, und ein Zentrum darf leer bleiben, wenn kein Minimum es verbietet; mit mehr kommen neue hinzu. „Ausgangszuteilung“ ist ein weiterer Start für so viele Zentren, wie sie Gruppen hat; bestehende Zentren treten an die Stelle der nächstgelegenen Gruppen.

Ein Zentrum liegt im mit der Nachfrage gewichteten Mittel seiner Kunden (auf der Kugel, also richtig an der Datumsgrenze und den Polen), in ihrem einfachen Mittel oder im Punkt mit der kleinsten Gesamtentfernung; mit einer maximalen Entfernung so nahe daran, dass es alle erreicht. Schranken, die niemand einhalten kann, werden mit den Zahlen abgelehnt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>Recommended number of centres</source>
        <translation>Empfohlene Anzahl der Zentren</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>Total of demand × distance (m)</source>
        <translation>Summe von Nachfrage × Entfernung (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>No allocation to these centres has a smaller total (m)</source>
        <translation>Keine Zuteilung an diese Zentren hat eine kleinere Summe (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>Mean distance, weighted by demand (m)</source>
        <translation>Mittlere Entfernung, mit der Nachfrage gewichtet (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>Total cost of centres and travel (money, or demand × m)</source>
        <translation>Gesamtkosten der Zentren und des Fahrwegs (Geld oder Nachfrage × m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>feasible or cancelled</source>
        <translation>zulässig (feasible) oder abgebrochen (cancelled)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>Import territory assignment</source>
        <translation>Gebietszuordnung importieren</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>Gives areas the territories that a CSV file names, by their ids.</source>
        <translation>Gibt Flächen die Gebiete, die eine CSV-Datei nennt, nach ihren IDs.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>alignment</source>
        <translation>Gebietszuordnung</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>csv</source>
        <translation>csv</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>excel</source>
        <translation>excel</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>join</source>
        <translation>verbinden</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>Reads a plan from a CSV file with a line "area_id,territory" for each area, and a third column "locked" if there is one. The header line may be missing; then the first column is the area and the second the territory.

Ids are compared as texts, so that 01067 stays 01067; only where the layer has numbers, zeros in front do not matter. What only the file or only the layer has is counted and listed, and nothing is ever joined by the order of lines. An area with two different territories is refused.

The result is the start of “Balance territories” or “Plan territories” with the field "territory", and what they lock with the expression "locked" = 1. A table of an Excel file is saved as CSV (UTF-8) first.</source>
        <translation>Liest einen Plan aus einer CSV-Datei mit einer Zeile „area_id,territory“ für jede Fläche und einer dritten Spalte „locked“, wenn es eine gibt. Die Kopfzeile darf fehlen; dann ist die erste Spalte die Fläche und die zweite das Gebiet.

IDs werden als Texte verglichen, sodass 01067 auch 01067 bleibt; nur wo der Layer Zahlen hat, zählen führende Nullen nicht. Was nur die Datei oder nur der Layer hat, wird gezählt und aufgelistet, und nie wird etwas über die Reihenfolge der Zeilen verbunden. Eine Fläche mit zwei verschiedenen Gebieten wird abgelehnt.

Das Ergebnis ist der Ausgangspunkt von „Gebiete ausgleichen“ oder „Gebiete planen“ mit dem Feld „territory“, und was sie fixieren, mit dem Ausdruck "locked" = 1. Eine Excel-Tabelle wird zuerst als CSV (UTF-8) gespeichert.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Number of territories</source>
        <translation>Anzahl der Gebiete</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>Areas that got a territory</source>
        <translation>Flächen, die ein Gebiet bekamen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>Ids of the file that no area has</source>
        <translation>IDs der Datei, die keine Fläche hat</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <location filename="../ui/workbench/plan_values.py"/>
        <source>Locked areas</source>
        <translation>Fixierte Flächen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>Match clusters to representatives</source>
        <translation>Cluster den Vertretern zuweisen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>Gives clusters to current representatives so that most customers keep theirs.</source>
        <translation>Gibt Cluster so an die aktuellen Vertreter, dass die meisten Kunden ihren behalten.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>hungarian</source>
        <translation>ungarische Methode</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>assignment</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>rename</source>
        <translation>umbenennen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>retention</source>
        <translation>Kundenbindung</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>Clusters from a new plan carry numbers; this gives each of them to one of the current representatives so that as many customers as possible (or as much weight, with a weight field) keep theirs. The match is the best of all one-to-one matches, not one cluster after the other.

“Customers by representative” holds the representative in the field "territory" (type of the current representative). If there are more clusters than representatives, the clusters left over get new names: further numbers, or "new 1", "new 2". If there are fewer, some representatives are left without a cluster. Who has left can be named and gets no cluster.

“Matches” is the table old → new: a row per cluster, and one per representative without a cluster, with the customers and the weight that stay. RETAINED_PCT is the share that keeps its representative, of all that have one now who has not left; it is NULL where nobody has.</source>
        <translation>Cluster aus einem neuen Plan tragen Nummern; dies gibt jeden von ihnen so an einen der aktuellen Vertreter, dass möglichst viele Kunden (oder, mit einem Gewichtsfeld, möglichst viel Gewicht) den ihren behalten. Die Zuweisung ist die beste aller Eins-zu-eins-Zuweisungen, nicht ein Cluster nach dem anderen.

„Kunden nach Vertreter“ enthält den Vertreter im Feld „territory“ (Typ wie der aktuelle Vertreter). Gibt es mehr Cluster als Vertreter, bekommen die übrigen neue Namen: weitere Nummern oder „new 1“, „new 2“. Gibt es weniger, bleiben manche Vertreter ohne Cluster. Wer ausgeschieden ist, kann genannt werden und bekommt keinen Cluster.

„Zuweisungen“ ist die Tabelle alt → neu: eine Zeile je Cluster und eine je Vertreter ohne Cluster, mit den Kunden und dem Gewicht, die bleiben. RETAINED_PCT ist der Anteil, der seinen Vertreter behält, unter allen, die jetzt einen haben, der nicht ausgeschieden ist; NULL, wo niemand einen hat.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>Customers or weight that keep their representative (%)</source>
        <translation>Kunden oder Gewicht, die ihren Vertreter behalten (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>Clusters without a current representative</source>
        <translation>Cluster ohne aktuellen Vertreter</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>Representatives without a cluster</source>
        <translation>Vertreter ohne Cluster</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Nearest representative</source>
        <translation>Nächster Vertreter</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>Gives every area to the nearest representative, in connected territories.</source>
        <translation>Gibt jede Fläche an den nächsten Vertreter, in zusammenhängenden Gebieten.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>voronoi</source>
        <translation>Voronoi</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>allocation</source>
        <translation>Zuteilung</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>closest</source>
        <translation>nächstgelegen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>catchment</source>
        <translation>Einzugsgebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>Gives every area (or customer point) to the representative who is nearest, in a straight line on the ellipsoid or by a cost matrix (travel time if it has times, distance otherwise).

For polygons the territories are made contiguous: an area that is cut off from the representative's home joins the territory next to it that reaches it best. Islands count as connected to their nearest neighbour.

The result is the usual start for "Balance territories". The areas carry the representative's id in the field "territory" and the trip in metres; the territories are dissolved from them, with totals and deviation from the mean.</source>
        <translation>Gibt jede Fläche (oder jeden Kundenpunkt) an den nächsten Vertreter, in gerader Linie auf dem Ellipsoid oder nach einer Kostenmatrix (Fahrzeit, wenn sie Zeiten hat, sonst Entfernung).

Bei Polygonen werden die Gebiete zusammenhängend gemacht: Eine Fläche, die vom Standort des Vertreters abgetrennt ist, kommt zum angrenzenden Gebiet, das sie am besten erreicht. Inseln gelten als mit ihrem nächsten Nachbarn verbunden.

Das Ergebnis ist der übliche Ausgangspunkt für „Gebiete ausgleichen“. Die Flächen tragen die ID des Vertreters im Feld „territory“ und die Fahrt in Metern; die Gebiete werden aus ihnen zusammengefasst, mit Summen und Abweichung vom Mittel.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>Territories that have areas</source>
        <translation>Gebiete, die Flächen haben</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>Worst deviation from the mean (%)</source>
        <translation>Größte Abweichung vom Mittel (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>Mean trip from the representative (m)</source>
        <translation>Mittlere Fahrt ab dem Vertreter (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>Mean time of a trip (s)</source>
        <translation>Mittlere Dauer einer Fahrt (s)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>Plan territories</source>
        <translation>Gebiete planen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>The whole workflow: homes, nearest representative, balance, new homes; for one number of territories or several.</source>
        <translation>Der ganze Ablauf: Standorte, nächster Vertreter, Ausgleich, neue Standorte; für eine Anzahl von Gebieten oder mehrere.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>workflow</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>how many</source>
        <translation>wie viele</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>workload</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>Plans territories from beginning to end, for the three scenarios of sales territory planning:

&lt;b&gt;Nothing is given&lt;/b&gt; but a number of territories: homes are chosen where travel is least, every area goes to the nearest home, the territories are balanced, and homes are sought anew inside them. &lt;b&gt;Homes are fixed&lt;/b&gt;: the representatives stay where they live. &lt;b&gt;A plan exists&lt;/b&gt;: it is improved. The areas keep each step: "territory_nearest" is the nearest home, "territory" the balanced plan.

&lt;b&gt;How many territories?&lt;/b&gt; Give a number, a minimum and a maximum, or what one representative can carry; then the number follows, and one less and one more are planned besides. With several numbers a table shows balance, travel, borders, the largest territory and costs of each, and the areas have a field for each, such as "territory_25". The field "territory" holds the number you wish, else the fewest that representatives can carry, else the cheapest, else the last that still saves travel.

&lt;b&gt;Work&lt;/b&gt; may depend on trips: an expression such as "visits" * (45 + @trip_min) / 60 gives the hours in each area. The hours are balanced, found anew from the trips of that plan, and balanced again; homes stay where they are in the end, and areas along borders change hands until the hours of the plan and those it was balanced on agree to 0.1 %.

Costs add up one trip to each visited area, or all trips where a field tells their number. Where no cost matrix gives times, hours follow from kilometres and the speed. Everything else is as in “Balance territories”: connected territories, rules, criteria, and repeatable results. Cancelling keeps what was found.</source>
        <translation>Plant Gebiete von Anfang bis Ende, für die drei Szenarien der Vertriebsgebietsplanung:

&lt;b&gt;Nichts ist vorgegeben&lt;/b&gt; außer einer Anzahl von Gebieten: Standorte werden gewählt, wo der Fahrweg am kleinsten ist, jede Fläche geht an den nächsten Standort, die Gebiete werden ausgeglichen, und in ihnen werden neue Standorte gesucht. &lt;b&gt;Standorte stehen fest&lt;/b&gt;: Die Vertreter bleiben, wo sie wohnen. &lt;b&gt;Ein Plan besteht&lt;/b&gt;: Er wird verbessert. Die Flächen behalten jeden Schritt: „territory_nearest“ ist der nächste Standort, „territory“ der ausgeglichene Plan.

&lt;b&gt;Wie viele Gebiete?&lt;/b&gt; Geben Sie eine Anzahl an, ein Minimum und ein Maximum oder was ein Vertreter bewältigen kann; dann ergibt sich die Anzahl daraus, und je ein Plan mit einem Gebiet weniger und einem mehr kommt hinzu. Bei mehreren Anzahlen zeigt eine Tabelle Ausgleich, Fahrweg, Grenzen, das größte Gebiet und die Kosten jeder Anzahl, und die Flächen haben für jede ein Feld, etwa „territory_25“. Das Feld „territory“ enthält die gewünschte Anzahl, sonst die kleinste, die Vertreter bewältigen können, sonst die günstigste, sonst die letzte, die noch Fahrweg spart.

&lt;b&gt;Arbeit&lt;/b&gt; darf von Fahrten abhängen: Ein Ausdruck wie "visits" * (45 + @trip_min) / 60 ergibt die Stunden in jeder Fläche. Die Stunden werden ausgeglichen, aus den Fahrten dieses Plans neu bestimmt und wieder ausgeglichen; am Ende bleiben die Standorte, wo sie sind, und nur Flächen an den Grenzen wechseln, bis die Stunden des Plans und die, auf denen er ausgeglichen wurde, auf 0,1 % übereinstimmen.

Kosten zählen eine Fahrt zu jeder besuchten Fläche oder alle Fahrten, wo ein Feld ihre Anzahl nennt. Wo keine Kostenmatrix Zeiten enthält, folgen Stunden aus Kilometern und der Geschwindigkeit. Alles andere ist wie in „Gebiete ausgleichen“: zusammenhängende Gebiete, Regeln, Kennzahlen und wiederholbare Ergebnisse. Wer abbricht, behält das Gefundene.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>Costs of representatives and travel</source>
        <translation>Kosten der Vertreter und des Fahrwegs</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>Travel of all representatives (km)</source>
        <translation>Fahrweg aller Vertreter (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>Travel of all representatives (h)</source>
        <translation>Fahrzeit aller Vertreter (h)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>Largest territory</source>
        <translation>Größtes Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>Largest territory (% of what one representative can carry)</source>
        <translation>Größtes Gebiet (% dessen, was ein Vertreter bewältigen kann)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Re-site representatives</source>
        <translation>Vertreterstandorte verlegen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Finds the best home inside each territory, and what moving there saves.</source>
        <translation>Findet den besten Standort in jedem Gebiet und was der Umzug dorthin spart.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>home</source>
        <translation>Standort</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>relocate</source>
        <translation>verlegen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>travel time</source>
        <translation>Fahrzeit</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>one-centre</source>
        <translation>ein Zentrum</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Finds the area inside each territory from which the trips to its areas cost least in total, after territories have been balanced: in a straight line on the ellipsoid, or by a cost matrix (travel time if it has times, distance otherwise).

Trips are counted in proportion to the weight, or one to each area that has weight; areas of weight 0 are not visited either way. Homes may be restricted to candidates by an expression, and with a cost matrix to areas from which it has rows.

The result holds one home per territory with its mean trip (in metres and, where the cost matrix has times, seconds), and the travel for one trip to each visited area in kilometres and hours: "before" in the territories before from the current homes, "stay" in these territories from the current homes, "after" in these territories from the new homes. The territories before are those of a field, or else what is nearest to each current home. Current homes are no candidates themselves: one that lies between the areas may need less travel than the best area, and the log then says so.</source>
        <translation>Findet in jedem Gebiet die Fläche, von der aus die Fahrten zu seinen Flächen zusammen am wenigsten kosten, nachdem Gebiete ausgeglichen wurden: in gerader Linie auf dem Ellipsoid oder nach einer Kostenmatrix (Fahrzeit, wenn sie Zeiten hat, sonst Entfernung).

Fahrten zählen im Verhältnis zum Gewicht oder eine zu jeder Fläche, die Gewicht hat; Flächen mit Gewicht 0 werden so oder so nicht besucht. Standorte lassen sich durch einen Ausdruck auf Kandidaten beschränken, und mit einer Kostenmatrix auf Flächen, von denen sie Zeilen hat.

Das Ergebnis enthält einen Standort je Gebiet mit seiner mittleren Fahrt (in Metern und, wo die Kostenmatrix Zeiten hat, Sekunden) und den Fahrweg für eine Fahrt zu jeder besuchten Fläche in Kilometern und Stunden: „before“ in den Gebieten vorher ab den aktuellen Standorten, „stay“ in diesen Gebieten ab den aktuellen Standorten, „after“ in diesen Gebieten ab den neuen Standorten. Die Gebiete vorher sind die eines Feldes oder sonst, was jedem aktuellen Standort am nächsten liegt. Aktuelle Standorte sind selbst keine Kandidaten: Einer, der zwischen den Flächen liegt, braucht vielleicht weniger Fahrweg als die beste Fläche, und das Protokoll sagt es dann.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Travel before, from the current homes (km)</source>
        <translation>Fahrweg vorher, ab den aktuellen Standorten (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Travel in these territories from the current homes (km)</source>
        <translation>Fahrweg in diesen Gebieten ab den aktuellen Standorten (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Travel in these territories from the new homes (km)</source>
        <translation>Fahrweg in diesen Gebieten ab den neuen Standorten (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Travel before, from the current homes (h)</source>
        <translation>Fahrzeit vorher, ab den aktuellen Standorten (h)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Travel in these territories from the current homes (h)</source>
        <translation>Fahrzeit in diesen Gebieten ab den aktuellen Standorten (h)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Travel in these territories from the new homes (h)</source>
        <translation>Fahrzeit in diesen Gebieten ab den neuen Standorten (h)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Mean trip before, from the current homes (m)</source>
        <translation>Mittlere Fahrt vorher, ab den aktuellen Standorten (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Mean trip in these territories from the current homes (m)</source>
        <translation>Mittlere Fahrt in diesen Gebieten ab den aktuellen Standorten (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Mean trip in these territories from the new homes (m)</source>
        <translation>Mittlere Fahrt in diesen Gebieten ab den neuen Standorten (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Travel saved from before to after (%)</source>
        <translation>Ersparter Fahrweg von vorher zu nachher (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Travel saved by moving alone (%)</source>
        <translation>Ersparter Fahrweg durch den Umzug allein (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Representatives who move</source>
        <translation>Vertreter, die umziehen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>Site representatives</source>
        <translation>Vertreterstandorte wählen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>Chooses homes for representatives among candidates, near what they serve.</source>
        <translation>Wählt Standorte für Vertreter unter Kandidaten, nahe an dem, was sie bedienen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>location allocation</source>
        <translation>Standortzuordnung</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>p-median</source>
        <translation>p-Median</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>facility</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>jenks</source>
        <translation>Jenks</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>homes</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>Chooses a number of homes among candidates and gives every area or customer to the home that reaches it at least cost: in a straight line on the ellipsoid, or by a cost matrix (travel time if it has times, distance otherwise).

Methods: &lt;b&gt;p-median&lt;/b&gt; looks for the least total of weight × cost and says how far from the best possible it can be at most; &lt;b&gt;natural breaks&lt;/b&gt; draws homes at random from classes of potential, more from the richer classes, which is quick and repeatable by “Random seed”; &lt;b&gt;genetic search&lt;/b&gt; recombines choices of homes.

Candidates are the features of the input (all, or those for which an expression is true), or a layer of their own, e.g. towns or sites. A candidate's potential is that of its district: a field gives it, or it is the weight of everything nearest to the candidate. With a cost matrix its origins are the candidates and its destinations the areas.

“Homes” holds the candidate's id in "rep_id", its potential and natural-breaks class (1 = least), what it serves, and its accessibility: the travel from there to all places together ("access_m", "access_s"). OBJECTIVE is the total of trips × seconds or metres; no choice of as many candidates comes below LOWER_BOUND (0 where it was not computed).</source>
        <translation>Wählt eine Anzahl von Standorten unter Kandidaten und gibt jede Fläche oder jeden Kunden an den Standort, der sie am günstigsten erreicht: in gerader Linie auf dem Ellipsoid oder nach einer Kostenmatrix (Fahrzeit, wenn sie Zeiten hat, sonst Entfernung).

Verfahren: &lt;b&gt;p-Median&lt;/b&gt; sucht die kleinste Summe von Gewicht × Kosten und sagt, wie weit sie höchstens vom Bestmöglichen entfernt ist; &lt;b&gt;natürliche Grenzen&lt;/b&gt; zieht Standorte zufällig aus Klassen des Potenzials, mehr aus den reicheren Klassen, schnell und durch „Zufallsstartwert“ wiederholbar; &lt;b&gt;genetische Suche&lt;/b&gt; kombiniert Auswahlen von Standorten neu.

Kandidaten sind die Objekte der Eingabe (alle oder die, für die ein Ausdruck wahr ist) oder ein eigener Layer, z. B. Städte oder Grundstücke. Das Potenzial eines Kandidaten ist das seines Bezirks: Ein Feld gibt es an, oder es ist das Gewicht von allem, was dem Kandidaten am nächsten liegt. Mit einer Kostenmatrix sind ihre Starts die Kandidaten und ihre Ziele die Flächen.

„Standorte“ enthält die ID des Kandidaten in „rep_id“, sein Potenzial und seine Klasse nach natürlichen Grenzen (1 = kleinste), was er bedient, und seine Erreichbarkeit: den Fahrweg von dort zu allen Orten zusammen („access_m“, „access_s“). OBJECTIVE ist die Summe von Fahrten × Sekunden oder Metern; keine Auswahl ebenso vieler Kandidaten liegt unter LOWER_BOUND (0, wo sie nicht berechnet wurde).</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>Total of trips × cost (s or m)</source>
        <translation>Summe von Fahrten × Kosten (s oder m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>No choice has a smaller total (s or m; 0: not computed)</source>
        <translation>Keine Auswahl hat eine kleinere Summe (s oder m; 0: nicht berechnet)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>How far the total may be above the best possible (%)</source>
        <translation>Wie weit die Summe über dem Bestmöglichen liegen kann (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>Mean distance to the home (m)</source>
        <translation>Mittlere Entfernung zum Standort (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>optimal, feasible or cancelled</source>
        <translation>optimal, zulässig (feasible) oder abgebrochen (cancelled)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>Smooth outliers</source>
        <translation>Ausreißer glätten</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>Finds customers among those of another territory and moves them where it is allowed.</source>
        <translation>Findet Kunden zwischen denen eines anderen Gebiets und verschiebt sie, wo es erlaubt ist.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>clean up</source>
        <translation>bereinigen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>exclave</source>
        <translation>Exklave</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>outlier</source>
        <translation>Ausreißer</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>Asks the nearest neighbours of every customer: if most of them are in another territory, the customer is an outlier. Outliers move to that territory unless a limit would break; where a move alone would, two outliers may be exchanged. The surest ones move first, and nobody moves twice.

Limits on sums per territory have one row per attribute. Limits that are broken already are never broken further.

“Customers after the clean-up” holds the new "territory", the one before in "territory_before", and the flag "outlier" for all that were found, moved or not. On the map they have a black outline; the map tip says "old → new". ACCURACY_PCT is the share of the customers with whom their neighbours agree (leave-one-out), before anybody moves; ACCURACY_AFTER_PCT the same afterwards; TEST_ACCURACY_PCT the share whose territory is foretold when a share of them is kept apart.</source>
        <translation>Fragt die nächsten Nachbarn jedes Kunden: Liegen die meisten in einem anderen Gebiet, ist der Kunde ein Ausreißer. Ausreißer gehen in dieses Gebiet, wenn kein Grenzwert verletzt wird; wo ein Wechsel allein ihn verletzte, können zwei Ausreißer getauscht werden. Die sichersten wechseln zuerst, und niemand wechselt zweimal.

Grenzwerte der Summen je Gebiet haben eine Zeile je Merkmal. Grenzwerte, die schon verletzt sind, werden nie weiter verletzt.

„Kunden nach der Bereinigung“ enthält das neue „territory“, das vorige in „territory_before“ und das Kennzeichen „outlier“ für alle gefundenen, ob verschoben oder nicht. Auf der Karte haben sie einen schwarzen Rand; der Kartentipp sagt „alt → neu“. ACCURACY_PCT ist der Anteil der Kunden, bei denen die Nachbarn zustimmen (leave-one-out), bevor jemand wechselt; ACCURACY_AFTER_PCT dasselbe danach; TEST_ACCURACY_PCT der Anteil, dessen Gebiet vorhergesagt wird, wenn ein Teil von ihnen zurückgehalten wird.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>Customers with whom their neighbours agree, before (%)</source>
        <translation>Kunden, bei denen die Nachbarn zustimmen, vorher (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>Customers with whom their neighbours agree, after (%)</source>
        <translation>Kunden, bei denen die Nachbarn zustimmen, nachher (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>Customers of the test whose territory was foretold (%)</source>
        <translation>Kunden des Tests, deren Gebiet vorhergesagt wurde (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>Number of outliers found</source>
        <translation>Anzahl der gefundenen Ausreißer</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>Number of customers whose territory changed</source>
        <translation>Anzahl der Kunden, deren Gebiet sich geändert hat</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>How the clean-up ended</source>
        <translation>Wie die Bereinigung endete</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/validate.py"/>
        <source>Validate territories</source>
        <translation>Gebiete prüfen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/validate.py"/>
        <source>Checks any plan against rules and shows where each one is broken.</source>
        <translation>Prüft einen beliebigen Plan gegen Regeln und zeigt, wo jede verletzt ist.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/validate.py"/>
        <source>check</source>
        <translation>prüfen</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/validate.py"/>
        <source>rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/validate.py"/>
        <source>Checks a plan that is there already, whoever made it, and writes one feature for each breach of a rule: where it is, whose territory, which areas, the number, the limit, and a sentence. A clean plan gives no feature.

Always checked: areas without a territory, representatives without areas, territories in several parts, enclaves, territories without a representative and homes outside their territory (where representatives are given), and names that differ only by blanks or capitals or occur twice.

Checked where a limit or field is given: deviation from the target, number of areas, totals, distance from the home, groups that stay together, and how much changed from the current plan.

Values of the field "rule": unassigned, empty_territory, not_contiguous, enclave, split_group, too_few_areas, too_many_areas, total_too_small, total_too_large, deviation, change, no_home, home_outside, too_far, duplicate_name.</source>
        <translation>Prüft einen Plan, den es schon gibt, gleich wer ihn gemacht hat, und schreibt ein Objekt für jede Verletzung einer Regel: wo sie liegt, wessen Gebiet, welche Flächen, die Zahl, der Grenzwert und ein Satz. Ein einwandfreier Plan ergibt kein Objekt.

Immer geprüft: Flächen ohne Gebiet, Vertreter ohne Flächen, Gebiete in mehreren Teilen, Enklaven, Gebiete ohne Vertreter und Standorte außerhalb ihres Gebiets (wo Vertreter angegeben sind) und Namen, die sich nur durch Leerzeichen oder Großschreibung unterscheiden oder doppelt vorkommen.

Geprüft, wo ein Grenzwert oder Feld angegeben ist: Abweichung vom Sollwert, Anzahl der Flächen, Summen, Entfernung vom Standort, Gruppen, die zusammenbleiben, und wie viel sich gegenüber dem aktuellen Plan geändert hat.

Werte des Feldes „rule“: unassigned, empty_territory, not_contiguous, enclave, split_group, too_few_areas, too_many_areas, total_too_small, total_too_large, deviation, change, no_home, home_outside, too_far, duplicate_name.</translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/validate.py"/>
        <source>Number of breaches</source>
        <translation>Anzahl der Verletzungen</translation>
    </message>
    <message>
        <location filename="../processing_provider/common/cluster_option.py"/>
        <source>Address of a Dask scheduler, e.g. tcp://10.0.0.5:8786 (empty: this computer)</source>
        <translation>Adresse eines Dask-Schedulers, z. B. tcp://10.0.0.5:8786 (leer: dieser Rechner)</translation>
    </message>
    <message>
        <location filename="../processing_provider/common/missing_libraries.py"/>
        <source>The Python library {names} cannot be loaded ({reason}). Install it for the Python of QGIS and restart QGIS: {command}</source>
        <translation>Die Python-Bibliothek {names} kann nicht geladen werden ({reason}). Installieren Sie sie für das Python von QGIS und starten Sie QGIS neu: {command}</translation>
    </message>
    <message>
        <location filename="../processing_provider/common/missing_libraries.py"/>
        <source>This QGIS came without the Python library {names}. Install it and restart QGIS: {command}</source>
        <translation>Dieses QGIS kam ohne die Python-Bibliothek {names}. Installieren Sie sie und starten Sie QGIS neu: {command}</translation>
    </message>
    <message>
        <location filename="../processing_provider/common/missing_libraries.py"/>
        <source>open the OSGeo4W Shell from the start menu and type {command}</source>
        <translation>öffnen Sie die OSGeo4W-Shell aus dem Startmenü und geben Sie ein: {command}</translation>
    </message>
    <message>
        <location filename="../processing_provider/common/request.py"/>
        <source>“{label}” ({id})</source>
        <translation>„{label}“ ({id})</translation>
    </message>
    <message>
        <location filename="../processing_provider/common/statuses.py"/>
        <source>optimal</source>
        <translation>optimal</translation>
    </message>
    <message>
        <location filename="../processing_provider/common/statuses.py"/>
        <source>feasible</source>
        <translation>zulässig</translation>
    </message>
    <message>
        <location filename="../processing_provider/common/statuses.py"/>
        <source>converged</source>
        <translation>kein weiterer Fortschritt</translation>
    </message>
    <message>
        <location filename="../processing_provider/common/statuses.py"/>
        <location filename="../processing_provider/reports/runs_table.py"/>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <location filename="../processing_provider/common/statuses.py"/>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <location filename="../processing_provider/common/statuses.py"/>
        <source>target reached</source>
        <translation>gewünschte Abweichung erreicht</translation>
    </message>
    <message>
        <location filename="../processing_provider/common/statuses.py"/>
        <source>time limit reached</source>
        <translation>Zeitlimit erreicht</translation>
    </message>
    <message>
        <location filename="../processing_provider/common/statuses.py"/>
        <source>all generations done</source>
        <translation>alle Generationen durchlaufen</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/balance/case.py"/>
        <source>{count} areas have no territory in '{field}'; they are assigned by the search.</source>
        <extracomment>For exactly one: {count} area has no territory in '{field}'; it is assigned by the search.</extracomment>
        <translation>
            <numerusform>{count} Fläche hat kein Gebiet in '{field}'; die Suche ordnet sie zu.</numerusform>
            <numerusform>{count} Flächen haben kein Gebiet in '{field}'; die Suche ordnet sie zu.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/case.py"/>
        <source>No field to balance is given: territories get about the same number of areas, whatever is in them. Choose “Fields to balance” for anything else.</source>
        <translation>Keine Kennzahl ist angegeben: Die Gebiete bekommen etwa gleich viele Flächen, was immer darin ist. Wählen Sie „Kennzahlen“ für alles andere.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/case.py"/>
        <source>Homes and travel cost come from the cost matrix ({unit}).</source>
        <translation>Standorte und Fahrtkosten kommen aus der Kostenmatrix ({unit}).</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/balance/case.py"/>
        <source>Left: {names}. {count} areas go to others.</source>
        <extracomment>For exactly one: Left: {names}. {count} area goes to others.</extracomment>
        <translation>
            <numerusform>Ausgeschieden: {names}. {count} Fläche geht an andere.</numerusform>
            <numerusform>Ausgeschieden: {names}. {count} Flächen gehen an andere.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/case.py"/>
        <source>Joined: {names}. Each gets a territory, from those around the home.</source>
        <translation>Neu: {names}. Jeder bekommt ein Gebiet, aus denen um seinen Standort herum.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/criteria.py"/>
        <source>“Weight of keeping the current plan” (WEIGHT_STABILITY) has no effect: there is no current plan (TERRITORY_FIELD).</source>
        <translation>„Gewicht der Treue zum aktuellen Plan“ (WEIGHT_STABILITY) bleibt ohne Wirkung: Es gibt keinen aktuellen Plan (TERRITORY_FIELD).</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Areas or customers</source>
        <translation>Flächen oder Kunden</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <source>Polygons or points that are given to the representatives.</source>
        <translation>Polygone oder Punkte, die den Vertretern gegeben werden.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <location filename="../ui/example.py"/>
        <location filename="../ui/workbench/plan_values.py"/>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Representatives</source>
        <translation>Vertreter</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <source>One point per representative, where he or she lives.</source>
        <translation>Ein Punkt je Vertreter, wo er wohnt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Field that identifies a representative</source>
        <translation>Feld, das einen Vertreter kennzeichnet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Its values become the names of the territories; 1, 2, … if it is empty.</source>
        <translation>Seine Werte werden die Namen der Gebiete; 1, 2, …, wenn es leer ist.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <source>Weight of an area, e.g. potential (empty: each counts 1)</source>
        <translation>Gewicht einer Fläche, z. B. Potenzial (leer: jede zählt 1)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <source>Totals, deviations and mean trips count by this field.</source>
        <translation>Summen, Abweichungen und mittlere Fahrten zählen nach diesem Feld.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Connected territories (polygons only)</source>
        <translation>Zusammenhängende Gebiete (nur Polygone)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <source>An area that is cut off joins a territory next to it.</source>
        <translation>Eine abgetrennte Fläche kommt zu einem angrenzenden Gebiet.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <location filename="../ui/workbench/runs.py"/>
        <source>Areas by territory</source>
        <translation>Flächen nach Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>The areas with their territory and the trip to them in metres.</source>
        <translation>Die Flächen mit ihrem Gebiet und der Fahrt zu ihnen in Metern.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <source>One feature per territory, with totals, deviation and travel.</source>
        <translation>Ein Objekt je Gebiet, mit Summen, Abweichung und Fahrweg.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <location filename="../ui/workbench/setup_page.py"/>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Areas</source>
        <translation>Flächen</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Polygons that are divided into territories. Selected features only, if wished.</source>
        <translation>Polygone, die in Gebiete geteilt werden. Auf Wunsch nur die gewählten Objekte.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Fields to balance (empty: every area counts 1)</source>
        <translation>Kennzahlen (leer: jede Fläche zählt 1)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Numbers whose totals shall be equal in all territories, e.g. customers, potential or hours of work. Several fields are balanced at once.</source>
        <translation>Zahlen, deren Summen in allen Gebieten gleich sein sollen, z. B. Kunden, Potenzial oder Arbeitsstunden. Mehrere Kennzahlen werden zugleich ausgeglichen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Start 1: the current plan in this field</source>
        <translation>Start 1: der aktuelle Plan in diesem Feld</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Field with the current territory of each area. The plan is improved, names are kept. With start 2 the representatives are the people of this plan: areas of one who left go to the others, one who joined gets a territory around the home. Not together with start 3.</source>
        <translation>Feld mit dem aktuellen Gebiet jeder Fläche. Der Plan wird verbessert, Namen bleiben. Mit Start 2 sind die Vertreter die Leute dieses Plans: Flächen eines Ausgeschiedenen gehen an die anderen, ein Neuer bekommt ein Gebiet um seinen Standort. Nicht zusammen mit Start 3.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Start 2: representatives</source>
        <translation>Start 2: Vertreter</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>One point per representative, where he or she lives. Without a current plan, every area first goes to the nearest representative. With start 3 there are new territories besides.</source>
        <translation>Ein Punkt je Vertreter, wo er wohnt. Ohne aktuellen Plan geht jede Fläche zuerst an den nächsten Vertreter. Mit Start 3 gibt es daneben neue Gebiete.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Representatives stay where they live (start 2)</source>
        <translation>Vertreter bleiben, wo sie wohnen (Start 2)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Travel counts from their homes. Otherwise homes may move: travel counts from the middle of each territory, and territories go to those who travel least in them. Without representatives this has no effect.</source>
        <translation>Der Fahrweg zählt ab ihren Standorten. Sonst dürfen Standorte sich ändern: Der Fahrweg zählt ab der Mitte jedes Gebiets, und die Gebiete gehen an die, die darin am wenigsten fahren. Ohne Vertreter bleibt dies ohne Wirkung.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Start 3: number of territories</source>
        <translation>Start 3: Anzahl der Gebiete</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Alone: territories are made from nothing and numbered from north to south. With start 2: those of the representatives, and new ones up to this number. Not together with start 1.</source>
        <translation>Allein: Gebiete entstehen aus dem Nichts und werden von Nord nach Süd nummeriert. Mit Start 2: die der Vertreter und neue bis zu dieser Zahl. Nicht zusammen mit Start 1.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Further criteria to balance: expressions, one per line</source>
        <translation>Weitere Kennzahlen: Ausdrücke, einer je Zeile</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>QGIS expressions with numbers from 0, e.g. "pop2018" * 0.3 + "farms". They are balanced besides the fields and are called criterion_1, criterion_2, and so on.</source>
        <translation>QGIS-Ausdrücke mit Zahlen ab 0, z. B. "pop2018" * 0.3 + "farms". Sie werden neben den Feldern ausgeglichen und heißen criterion_1, criterion_2 und so weiter.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>What is balanced</source>
        <translation>Was ausgeglichen wird</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>the worst deviation of a territory</source>
        <translation>die größte Abweichung eines Gebiets</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>the mean absolute deviation</source>
        <translation>die mittlere absolute Abweichung</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>the standard deviation</source>
        <translation>die Standardabweichung</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>The worst deviation is fair to everybody; the mean absolute deviation is that of the paper (equation 2), the standard deviation that of the thesis.</source>
        <translation>Die größte Abweichung ist allen gegenüber gerecht; die mittlere absolute Abweichung ist die des Aufsatzes (Gleichung 2), die Standardabweichung die der Dissertation.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Importance of each balance field, e.g. 2,1 (empty: equal)</source>
        <translation>Bedeutung jeder Kennzahl, z. B. 2,1 (leer: gleich)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>One number per field to balance and further criterion, in their order.</source>
        <translation>Eine Zahl je Kennzahl und weiterer Kennzahl, in deren Reihenfolge.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>What matters, beside the other weights: 1 % more travel or border costs as much as 1 % of deviation where both weights are equal. 0 leaves a criterion out.</source>
        <translation>Worauf es ankommt, neben den anderen Gewichten: 1 % mehr Fahrweg oder Grenze kostet so viel wie 1 % Abweichung, wo beide Gewichte gleich sind. 0 lässt einen Gesichtspunkt weg.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Weight of balance</source>
        <translation>Gewicht des Ausgleichs</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Weight of short travel</source>
        <translation>Gewicht kurzer Fahrwege</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Weight of short borders</source>
        <translation>Gewicht kurzer Grenzen</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Travel counts as 1 distance, 2 squared distance</source>
        <translation>Fahrwege zählen als 1 Entfernung, 2 Quadrat der Entfernung</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Squared, a trip that is twice as long counts four times: no area is left far away to bring many others a little closer. Around the middle of a territory, where homes may move, the sum is the moment of inertia. Travel times are squared, too.</source>
        <translation>Im Quadrat zählt ein doppelt so langer Weg viermal so viel: keine Fläche bleibt weit entfernt, nur damit viele andere ein wenig näher liegen. Um die Mitte eines Gebiets, wo Standorte sich ändern dürfen, ist die Summe das Trägheitsmoment. Auch Fahrzeiten werden quadriert.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Weight of keeping the current plan</source>
        <translation>Gewicht der Treue zum aktuellen Plan</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>The more, the less weight leaves its territory in the current plan (start 1). Where people left, 0 stands for 0.5, and where somebody joined, for 0.3: little else moves, and who joins gets a territory around the home, not a strip along others.</source>
        <translation>Je größer, desto weniger Gewicht verlässt sein Gebiet im aktuellen Plan (Start 1). Wo jemand ausgeschieden ist, steht 0 für 0,5, und wo jemand neu ist, für 0,3: Sonst wechselt wenig, und wer neu ist, bekommt ein Gebiet rund um den Wohnort und keinen Streifen entlang anderer.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>One dissolved polygon per territory, with totals, deviation and travel.</source>
        <translation>Ein zusammengefasstes Polygon je Gebiet, mit Summen, Abweichung und Fahrweg.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Homes after balancing</source>
        <translation>Standorte nach dem Ausgleich</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>One home per territory, with the mean trip in metres before and after.</source>
        <translation>Ein Standort je Gebiet, mit der mittleren Fahrt in Metern vorher und nachher.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Convergence of the search</source>
        <translation>Konvergenz der Suche</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Table with one row per generation.</source>
        <translation>Tabelle mit einer Zeile je Generation.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Mean trip from the current homes, else from the centres (m)</source>
        <translation>Mittlere Fahrt ab den aktuellen Standorten, sonst ab den Zentren (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Mean trip from the current homes (s)</source>
        <translation>Mittlere Fahrt ab den aktuellen Standorten (s)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Mean trip from the best home in each territory (m)</source>
        <translation>Mittlere Fahrt ab dem besten Standort in jedem Gebiet (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Mean trip from the best home in each territory (s)</source>
        <translation>Mittlere Fahrt ab dem besten Standort in jedem Gebiet (s)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>No plan this balanced can have a shorter mean trip (m)</source>
        <translation>Kein so ausgeglichener Plan kann eine kürzere mittlere Fahrt haben (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Weight that changed its territory in the current plan (%)</source>
        <translation>Gewicht, das sein Gebiet im aktuellen Plan gewechselt hat (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>No plan this balanced can change less (%)</source>
        <translation>Kein so ausgeglichener Plan kommt mit weniger Änderung aus (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Homes outside their territory</source>
        <translation>Standorte außerhalb ihres Gebiets</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Generations</source>
        <translation>Generationen</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Duration of the search (s)</source>
        <translation>Dauer der Suche (s)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Worst deviation of the start (%)</source>
        <translation>Größte Abweichung am Start (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Coefficient of variation of the start (%)</source>
        <translation>Variationskoeffizient am Start (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Mean trip before, from the current homes, else the centres (m)</source>
        <translation>Mittlere Fahrt vorher, ab den aktuellen Standorten, sonst den Zentren (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Mean trip before, from the current homes (s)</source>
        <translation>Mittlere Fahrt vorher, ab den aktuellen Standorten (s)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Length of the borders of the start (m)</source>
        <translation>Länge der Grenzen am Start (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Contiguous parts of the start</source>
        <translation>Zusammenhängende Teile am Start</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <source>Share of each representative, e.g. working time (empty: equal shares)</source>
        <translation>Anteil jedes Vertreters, z. B. Arbeitszeit (leer: gleiche Anteile)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>A representative with 0.5 gets half as much as one with 1.</source>
        <translation>Ein Vertreter mit 0.5 bekommt halb so viel wie einer mit 1.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>Each home lies in its own territory</source>
        <translation>Jeder Standort liegt im eigenen Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>The area in which a representative who stays lives belongs to that one's territory; where two share an area, one yields to the nearest other area.</source>
        <translation>Die Fläche, in der ein Vertreter wohnt, der bleibt, gehört zu seinem Gebiet; wo zwei sich eine Fläche teilen, weicht einer auf die nächste andere aus.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>Field that says who stays (true or false)</source>
        <translation>Feld, das sagt, wer bleibt (wahr oder falsch)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>For each representative whether he or she stays (true) or may move (false). Empty values are as “Representatives stay where they live” says.</source>
        <translation>Für jeden Vertreter, ob er bleibt (wahr) oder umziehen darf (falsch). Leere Werte sind so, wie „Vertreter bleiben, wo sie wohnen“ sagt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Maximum deviation from the target (%)</source>
        <translation>Maximale Abweichung vom Sollwert (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>A plan in which some territory deviates more is refused. Smaller deviations cost nothing, which leaves room for shorter trips and borders: where compactness counts and no current plan is to be kept, 1 % as a rule has no longer borders than 0.5 %, and so on with 2, 3, 5, 10 and 20 %. Empty: no limit, and the most even plan is looked for.</source>
        <translation>Ein Plan, in dem ein Gebiet stärker abweicht, wird abgelehnt. Kleinere Abweichungen kosten nichts, was Raum für kürzere Fahrten und Grenzen lässt: Wo Kompaktheit zählt und kein jetziger Plan erhalten bleiben soll, hat 1 % in der Regel keine längeren Grenzen als 0,5 %, und so weiter mit 2, 3, 5, 10 und 20 %. Leer: kein Grenzwert, und der gleichmäßigste Plan wird gesucht.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Maximum change (% of the weight that may change territory)</source>
        <translation>Maximale Änderung (% des Gewichts, das das Gebiet wechseln darf)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>Needs a current plan (start 1). Areas of people who left do not count, as they must move. Empty: no limit.</source>
        <translation>Braucht einen aktuellen Plan (Start 1). Flächen von Ausgeschiedenen zählen nicht, denn sie müssen wechseln. Leer: kein Grenzwert.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>Areas that stay in their territory</source>
        <translation>Flächen, die in ihrem Gebiet bleiben</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>Expression that is true for areas which must stay in their territory of the current plan, or with their nearest representative.</source>
        <translation>Ausdruck, der für Flächen wahr ist, die in ihrem Gebiet des aktuellen Plans oder bei ihrem nächsten Vertreter bleiben müssen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Areas with the same value here stay together</source>
        <translation>Flächen mit gleichem Wert in diesem Feld bleiben zusammen</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>E.g. the district of a municipality. Areas without a value are free. The areas between the parts of a group join it.</source>
        <translation>Z. B. der Landkreis einer Gemeinde. Flächen ohne Wert sind frei. Die Flächen zwischen den Teilen einer Gruppe kommen dazu.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>Territories that neither lose nor receive areas</source>
        <translation>Gebiete, die keine Flächen abgeben oder aufnehmen</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <location filename="../processing_provider/inputs/customers/limit_parameters.py"/>
        <location filename="../processing_provider/reports/customers.py"/>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>Names of territories, one per row.</source>
        <translation>Namen der Gebiete, einer je Zeile.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rules.py"/>
        <location filename="../processing_provider/inputs/judge/evaluate_case.py"/>
        <source>“Areas with the same value here stay together” (TOGETHER_FIELD)</source>
        <translation>„Flächen mit gleichem Wert in diesem Feld bleiben zusammen“ (TOGETHER_FIELD)</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/balance/rules.py"/>
        <source>{parameter} '{field}': {count} groups fall into several parts; each is joined with the areas that lie between its parts.</source>
        <extracomment>For exactly one: {parameter} '{field}': {count} group falls into several parts; it is joined with the areas that lie between its parts.</extracomment>
        <translation>
            <numerusform>{parameter} '{field}': {count} Gruppe zerfällt in mehrere Teile; sie wird mit den Flächen verbunden, die zwischen ihren Teilen liegen.</numerusform>
            <numerusform>{parameter} '{field}': {count} Gruppen zerfallen in mehrere Teile; jede wird mit den Flächen verbunden, die zwischen ihren Teilen liegen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rules.py"/>
        <source>“Territories that neither lose nor receive areas” (LOCKED_TERRITORIES) names unknown territories: {unknown}. Correct the names; the territories are {known}.</source>
        <translation>„Gebiete, die keine Flächen abgeben oder aufnehmen“ (LOCKED_TERRITORIES) nennt unbekannte Gebiete: {unknown}. Korrigieren Sie die Namen; die Gebiete sind {known}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Time limit (s; 0: none)</source>
        <translation>Zeitlimit (s; 0: keines)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>The best plan found until then is the result.</source>
        <translation>Der beste bis dahin gefundene Plan ist das Ergebnis.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Stop at this worst deviation (%, 0: as good as possible)</source>
        <translation>Abbruch bei dieser größten Abweichung (%, 0: so gut wie möglich)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>The search ends as soon as no territory deviates more from its target.</source>
        <translation>Die Suche endet, sobald kein Gebiet mehr stärker von seinem Sollwert abweicht.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>0 hands back the best of the first plans.</source>
        <translation>0 liefert den besten der ersten Pläne.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Stop after this many generations without progress (0: chosen automatically)</source>
        <translation>Abbruch nach so vielen Generationen ohne Fortschritt (0: automatisch gewählt)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>More generations find better plans now and then, and take longer. Where this is chosen automatically, searches of up to 200 areas mostly end after four generations; a number here lets them go on.</source>
        <translation>Mehr Generationen finden hin und wieder bessere Pläne und dauern länger. Wo das automatisch gewählt wird, enden Suchen mit bis zu 200 Flächen meist nach vier Generationen; mit einer Zahl hier gehen sie weiter.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>The same seed gives the same plan; another one another plan.</source>
        <translation>Derselbe Startwert ergibt denselben Plan; ein anderer einen anderen Plan.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Worker processes (0: chosen automatically)</source>
        <translation>Hilfsprozesse (0: automatisch gewählt)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>How many processors are used at most; the result does not depend on it.</source>
        <translation>Wie viele Prozessoren höchstens verwendet werden; das Ergebnis hängt nicht davon ab.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Improve every plan by border moves (off: the plain genetic algorithm)</source>
        <translation>Jeden Plan durch Wechsel an den Grenzen verbessern (aus: der reine genetische Algorithmus)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>The plain genetic algorithm is that of the thesis; it needs far more generations.</source>
        <translation>Der reine genetische Algorithmus ist der der Dissertation; er braucht weit mehr Generationen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Number of plans in the population</source>
        <translation>Anzahl der Pläne in der Population</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Over all islands together.</source>
        <translation>Über alle Inseln zusammen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Number of islands (0: chosen automatically)</source>
        <translation>Anzahl der Inseln (0: automatisch gewählt)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Parts of the population that live apart and exchange their best plans, one per processor at most. The result depends on their number.</source>
        <translation>Teile der Population, die für sich leben und ihre besten Pläne austauschen, höchstens einer je Prozessor. Das Ergebnis hängt von ihrer Anzahl ab.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>First plans</source>
        <translation>Erste Pläne</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>nearest representative only</source>
        <translation>nur nächster Vertreter</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>How the search begins; the second is the way of the thesis.</source>
        <translation>Wie die Suche beginnt; das zweite ist die Art der Dissertation.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Elite that survives unchanged (%)</source>
        <translation>Elite, die unverändert überlebt (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Share of the best plans that pass to the next generation as they are.</source>
        <translation>Anteil der besten Pläne, die unverändert in die nächste Generation übergehen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Number of plans in a tournament</source>
        <translation>Anzahl der Pläne in einem Turnier</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>The best of this number of random plans becomes a parent.</source>
        <translation>Aus so vielen zufälligen Plänen wird der beste zum Elternteil.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>The rate of recombination adapts itself between minimum and maximum.</source>
        <translation>Die Rate der Neukombination passt sich zwischen Minimum und Maximum an.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>The share of mutated border areas adapts itself between the two.</source>
        <translation>Der Anteil der mutierten Grenzflächen passt sich zwischen beiden an.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Minimum crossover rate</source>
        <translation>Minimale Kreuzungsrate</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Maximum crossover rate</source>
        <translation>Maximale Kreuzungsrate</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Minimum mutation rate</source>
        <translation>Minimale Mutationsrate</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Maximum mutation rate</source>
        <translation>Maximale Mutationsrate</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/start.py"/>
        <source>“Start 3: number of territories” (COUNT) does not go with “Start 1: the current plan” (TERRITORY_FIELD), which has its number of territories. Leave one of them empty; for new territories add their representatives to “Start 2” (REPS).</source>
        <translation>„Start 3: Anzahl der Gebiete“ (COUNT) passt nicht zu „Start 1: der aktuelle Plan“ (TERRITORY_FIELD), der seine Anzahl von Gebieten hat. Lassen Sie eines von beiden leer; fügen Sie für neue Gebiete deren Vertreter zu „Start 2“ (REPS) hinzu.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/start.py"/>
        <source>There is nothing to start from. Give one of these: “Start 1: the current plan” (TERRITORY_FIELD), “Start 2: representatives” (REPS), or “Start 3: number of territories” (COUNT).</source>
        <translation>Es gibt nichts, womit begonnen werden kann. Geben Sie eines davon an: „Start 1: der aktuelle Plan“ (TERRITORY_FIELD), „Start 2: Vertreter“ (REPS) oder „Start 3: Anzahl der Gebiete“ (COUNT).</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/start.py"/>
        <source>“Start 3: number of territories” (COUNT) is {count}, but there are {known} representatives (REPS), each of whom has a territory. Raise the number to {known} or more (the others are new territories), leave it empty, or leave out representatives.</source>
        <translation>„Start 3: Anzahl der Gebiete“ (COUNT) ist {count}, es gibt aber {known} Vertreter (REPS), die je ein Gebiet haben. Erhöhen Sie die Anzahl auf {known} oder mehr (die anderen sind neue Gebiete), lassen Sie sie leer oder lassen Sie Vertreter weg.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/start.py"/>
        <source>“Field that identifies a representative” (REP_ID_FIELD)</source>
        <translation>„Feld, das einen Vertreter kennzeichnet“ (REP_ID_FIELD)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/start.py"/>
        <source>“Cost matrix” (COST_MATRIX) has rows from no area of {layer}, so that it tells nothing about where homes could be. Give the representatives (REPS) whose trips it holds, or a matrix between areas.</source>
        <translation>„Kostenmatrix“ (COST_MATRIX) hat von keiner Fläche in {layer} Zeilen und sagt deshalb nichts darüber, wo Standorte sein könnten. Geben Sie die Vertreter (REPS) an, deren Fahrten sie enthält, oder eine Matrix zwischen Flächen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/balance/start.py"/>
        <source>“Cost matrix” (COST_MATRIX) has rows from no area of {count} territories: {names}. Add rows from at least one area of each.</source>
        <extracomment>For exactly one: “Cost matrix” (COST_MATRIX) has rows from no area of {count} territory: {names}. Add rows from at least one of its areas.</extracomment>
        <translation>
            <numerusform>„Kostenmatrix“ (COST_MATRIX) hat von keiner Fläche von {count} Gebiet Zeilen: {names}. Fügen Sie Zeilen von mindestens einer seiner Flächen hinzu.</numerusform>
            <numerusform>„Kostenmatrix“ (COST_MATRIX) hat von keiner Fläche von {count} Gebieten Zeilen: {names}. Fügen Sie Zeilen von je mindestens einer Fläche hinzu.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/start.py"/>
        <source>“Start 3: number of territories” (COUNT) is {count}; a plan needs at least 1 territory. Raise the number.</source>
        <translation>„Start 3: Anzahl der Gebiete“ (COUNT) ist {count}; ein Plan braucht mindestens 1 Gebiet. Erhöhen Sie die Anzahl.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/start.py"/>
        <source>“Start 3: number of territories” (COUNT) is {count}, but there are only {areas} areas; each territory needs at least one. Reduce the number.</source>
        <translation>„Start 3: Anzahl der Gebiete“ (COUNT) ist {count}, es gibt aber nur {areas} Flächen; jedes Gebiet braucht mindestens eine. Verringern Sie die Anzahl.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/balance/start.py"/>
        <source>{count} areas are not connected with some home ({names}); such a trip counts as twice the longest one.</source>
        <extracomment>For exactly one: {count} area is not connected with some home ({names}); such a trip counts as twice the longest one.</extracomment>
        <translation>
            <numerusform>{count} Fläche ist mit einem Standort nicht verbunden ({names}); eine solche Fahrt zählt doppelt so viel wie die längste.</numerusform>
            <numerusform>{count} Flächen sind mit einem Standort nicht verbunden ({names}); eine solche Fahrt zählt doppelt so viel wie die längste.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/values.py"/>
        <source>“Field that says who stays” (FIXED_FIELD) is a field of the representatives, but there are none: give “Start 2: representatives” (REPS).</source>
        <translation>„Feld, das sagt, wer bleibt“ (FIXED_FIELD) ist ein Feld der Vertreter, es gibt aber keine: Geben Sie „Start 2: Vertreter“ (REPS) an.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/values.py"/>
        <source>“Share of each representative” (TARGET_FIELD) is a field of the representatives, but there are none: give “Start 2: representatives” (REPS).</source>
        <translation>„Anteil jedes Vertreters“ (TARGET_FIELD) ist ein Feld der Vertreter, es gibt aber keine: Geben Sie „Start 2: Vertreter“ (REPS) an.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/adjacency_layer.py"/>
        <source>“Edited adjacency layer” (ADJACENCY) names areas that are not in {layer}: {ids}. Choose as “Field that identifies an area” (AREA_ID_FIELD) the field by which the adjacency was made, and use all areas of that time.</source>
        <translation>„Bearbeiteter Nachbarschaftslayer“ (ADJACENCY) nennt Flächen, die nicht in {layer} sind: {ids}. Wählen Sie als „Feld, das eine Fläche kennzeichnet“ (AREA_ID_FIELD) das Feld, mit dem die Nachbarschaft erstellt wurde, und verwenden Sie alle Flächen von damals.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/contiguity/adjacency_layer.py"/>
        <source>“Edited adjacency layer” (ADJACENCY): {count} drawn lines do not begin and end inside an area (feature ids {ids}). Draw them from one area into the other, or fill from_id and to_id.</source>
        <extracomment>For exactly one: “Edited adjacency layer” (ADJACENCY): {count} drawn line does not begin and end inside an area (feature id {ids}). Draw it from one area into the other, or fill from_id and to_id.</extracomment>
        <translation>
            <numerusform>„Bearbeiteter Nachbarschaftslayer“ (ADJACENCY): {count} gezeichnete Linie beginnt und endet nicht in einer Fläche (Objektkennung {ids}). Zeichnen Sie sie von einer Fläche in die andere oder füllen Sie from_id und to_id aus.</numerusform>
            <numerusform>„Bearbeiteter Nachbarschaftslayer“ (ADJACENCY): {count} gezeichnete Linien beginnen und enden nicht in einer Fläche (Objektkennungen {ids}). Zeichnen Sie sie von einer Fläche in die andere oder füllen Sie from_id und to_id aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/contiguity/adjacency_layer.py"/>
        <source>{count} pairs of neighbours are taken from the adjacency layer.</source>
        <extracomment>For exactly one: {count} pair of neighbours is taken from the adjacency layer.</extracomment>
        <translation>
            <numerusform>{count} Nachbarpaar stammt aus dem Nachbarschaftslayer.</numerusform>
            <numerusform>{count} Nachbarpaare stammen aus dem Nachbarschaftslayer.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/adjacency_layer.py"/>
        <source>“Edited adjacency layer” (ADJACENCY): border_m is '{value}' in feature {feature}; it must be a length in metres.</source>
        <translation>„Bearbeiteter Nachbarschaftslayer“ (ADJACENCY): border_m ist '{value}' bei Objekt {feature}; es muss eine Länge in Metern sein.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/contiguity/graph.py"/>
        <source>{count} bridges join islands and exclaves to their nearest neighbour.</source>
        <extracomment>For exactly one: {count} bridge joins islands and exclaves to their nearest neighbour.</extracomment>
        <translation>
            <numerusform>{count} Brücke verbindet Inseln und Exklaven mit ihrem nächsten Nachbarn.</numerusform>
            <numerusform>{count} Brücken verbinden Inseln und Exklaven mit ihrem nächsten Nachbarn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/contiguity/graph.py"/>
        <source>Barriers cut {count} borders of {all}.</source>
        <extracomment>For exactly one: Barriers cut {count} border of {all}.</extracomment>
        <translation>
            <numerusform>Barrieren zerschneiden {count} Grenze von {all}.</numerusform>
            <numerusform>Barrieren zerschneiden {count} Grenzen von {all}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/graph.py"/>
        <source>“Barriers that cut shared borders” (BARRIERS) cut no border. A line cuts where it runs along a border or crosses it, a surface where a border runs inside it. A generalised line needs a “Snap distance” (TOLERANCE) as large as its distance from the borders.</source>
        <translation>„Barrieren, die gemeinsame Grenzen zerschneiden“ (BARRIERS) zerschneidet keine Grenze. Eine Linie zerschneidet, wo sie an einer Grenze entlangläuft oder sie kreuzt, eine Fläche, wo eine Grenze in ihr verläuft. Eine generalisierte Linie braucht einen „Fangabstand“ (TOLERANCE), der so groß ist wie ihr Abstand von den Grenzen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>Edited adjacency layer</source>
        <translation>Bearbeiteter Nachbarschaftslayer</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>Lines as “Adjacency of areas” writes them. They replace the four settings that follow.</source>
        <translation>Linien, wie „Nachbarschaft der Flächen“ sie schreibt. Sie ersetzen die vier folgenden Einstellungen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>Areas are neighbours if they share</source>
        <translation>Flächen sind Nachbarn, wenn sie gemeinsam haben</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>a border</source>
        <translation>eine Grenze</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>a border or a corner</source>
        <translation>eine Grenze oder eine Ecke</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>Territories are connected by way of neighbouring areas.</source>
        <translation>Gebiete hängen über benachbarte Flächen zusammen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Snap distance (m)</source>
        <translation>Fangabstand (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>Gaps and overlaps up to this width count as shared borders, and barriers up to this far from a border as running along it.</source>
        <translation>Lücken und Überlappungen bis zu dieser Breite zählen als gemeinsame Grenzen, und Barrieren bis zu diesem Abstand von einer Grenze als an ihr entlanglaufend.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>Join islands to their nearest neighbour</source>
        <translation>Inseln mit ihrem nächsten Nachbarn verbinden</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>Otherwise an island can only be a territory, or several, of its own.</source>
        <translation>Sonst kann eine Insel nur ein eigenes Gebiet sein, oder mehrere.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>Barriers that cut shared borders</source>
        <translation>Barrieren, die gemeinsame Grenzen zerschneiden</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>Rivers, motorways, …: a line takes away the border along which it runs, and all of a border that it crosses; a surface takes away what lies inside it. Areas of whose border less than a tenth is left are no neighbours.</source>
        <translation>Flüsse, Autobahnen, …: Eine Linie nimmt die Grenze weg, an der sie entlangläuft, und jede Grenze ganz, die sie kreuzt; eine Fläche nimmt weg, was in ihr liegt. Flächen, von deren Grenze weniger als ein Zehntel bleibt, sind keine Nachbarn.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/checks.py"/>
        <source>“Representative who must get the customer” (PREASSIGNED_FIELD) '{field}' names unknown representatives: {names} ({count} customers, ids {ids}). Known (in the customer's group, if there are groups) are {known}. Correct the field, or add who is missing to the representatives.</source>
        <extracomment>For exactly one: “Representative who must get the customer” (PREASSIGNED_FIELD) '{field}' names an unknown representative: {names} ({count} customer, id {ids}). Known (in the customer's group, if there are groups) are {known}. Correct the field, or add who is missing to the representatives.</extracomment>
        <translation>
            <numerusform>„Vertreter, der den Kunden bekommen muss“ (PREASSIGNED_FIELD) '{field}' nennt einen unbekannten Vertreter: {names} ({count} Kunde, ID {ids}). Bekannt (in der Gruppe des Kunden, wenn es Gruppen gibt) sind {known}. Korrigieren Sie das Feld oder ergänzen Sie bei den Vertretern, wer fehlt.</numerusform>
            <numerusform>„Vertreter, der den Kunden bekommen muss“ (PREASSIGNED_FIELD) '{field}' nennt unbekannte Vertreter: {names} ({count} Kunden, IDs {ids}). Bekannt (in der Gruppe des Kunden, wenn es Gruppen gibt) sind {known}. Korrigieren Sie das Feld oder ergänzen Sie bei den Vertretern, wer fehlt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/checks.py"/>
        <source>“Limits on sums of single territories” (TERRITORY_LIMITS): {count} territories are unknown ({names}). Known are {known}. Correct the names, or delete the rows.</source>
        <extracomment>For exactly one: “Limits on sums of single territories” (TERRITORY_LIMITS): there is no territory {names}. Known are {known}. Correct the name, or delete the row.</extracomment>
        <translation>
            <numerusform>„Grenzwerte der Summen einzelner Gebiete“ (TERRITORY_LIMITS): Es gibt kein Gebiet {names}. Bekannt sind {known}. Korrigieren Sie den Namen, oder löschen Sie die Zeile.</numerusform>
            <numerusform>„Grenzwerte der Summen einzelner Gebiete“ (TERRITORY_LIMITS): {count} Gebiete sind unbekannt ({names}). Bekannt sind {known}. Korrigieren Sie die Namen, oder löschen Sie die Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/checks.py"/>
        <source>There are no customers to keep (MIN_RETENTION): none of the values of “Current representative of a customer” (CURRENT_FIELD) '{field}' ({values}) is the id of a representative. Check “Id field of the representatives” (REP_ID_FIELD).</source>
        <translation>Es gibt keine Kunden zu halten (MIN_RETENTION): Keiner der Werte von „Aktueller Vertreter eines Kunden“ (CURRENT_FIELD) '{field}' ({values}) ist die ID eines Vertreters. Prüfen Sie „ID-Feld der Vertreter“ (REP_ID_FIELD).</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/checks.py"/>
        <source>Of the current representatives in '{current}' some are not among the representatives (REPS): {names}. Their {count} customers are free for anybody.</source>
        <extracomment>For exactly one: Of the current representatives in '{current}' some are not among the representatives (REPS): {names}. Their {count} customer is free for anybody.</extracomment>
        <translation>
            <numerusform>Von den aktuellen Vertretern in '{current}' sind manche nicht unter den Vertretern (REPS): {names}. Ihr {count} Kunde ist für alle frei.</numerusform>
            <numerusform>Von den aktuellen Vertretern in '{current}' sind manche nicht unter den Vertretern (REPS): {names}. Ihre {count} Kunden sind für alle frei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/checks.py"/>
        <source>{count} customers have no representative now ('{current}' is NULL or empty).</source>
        <extracomment>For exactly one: {count} customer has no representative now ('{current}' is NULL or empty).</extracomment>
        <translation>
            <numerusform>{count} Kunde hat jetzt keinen Vertreter ('{current}' ist NULL oder leer).</numerusform>
            <numerusform>{count} Kunden haben jetzt keinen Vertreter ('{current}' ist NULL oder leer).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>“Current representative of a customer” (CURRENT_FIELD)</source>
        <translation>„Aktueller Vertreter eines Kunden“ (CURRENT_FIELD)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>“Representative who must get the customer” (PREASSIGNED_FIELD)</source>
        <translation>„Vertreter, der den Kunden bekommen muss“ (PREASSIGNED_FIELD)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>“Group field” (GROUP_FIELD)</source>
        <translation>„Gruppenfeld“ (GROUP_FIELD)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>“Customers with the same value stay together” (TOGETHER_FIELD)</source>
        <translation>„Kunden mit gleichem Wert bleiben zusammen“ (TOGETHER_FIELD)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>“Name of a customer” (NAME_FIELD)</source>
        <translation>„Name eines Kunden“ (NAME_FIELD)</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>None of the representatives (REPS) belongs to {count} of the groups ({groups}). Add some, or leave out these customers.</source>
        <extracomment>For exactly one: None of the representatives (REPS) belongs to the group {groups}. Add some, or leave out these customers.</extracomment>
        <translation>
            <numerusform>Keiner der Vertreter (REPS) gehört zur Gruppe {groups}. Ergänzen Sie welche oder lassen Sie diese Kunden weg.</numerusform>
            <numerusform>Zu {count} der Gruppen ({groups}) gehört keiner der Vertreter (REPS). Ergänzen Sie welche oder lassen Sie diese Kunden weg.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>{parameter}: the field '{field}' is empty for all {count} customers. Choose another one, or leave the parameter empty.</source>
        <extracomment>For exactly one: {parameter}: the field '{field}' is empty for the only customer. Choose another one, or leave the parameter empty.</extracomment>
        <translation>
            <numerusform>{parameter}: Das Feld '{field}' ist beim einzigen Kunden leer. Wählen Sie ein anderes oder lassen Sie den Parameter leer.</numerusform>
            <numerusform>{parameter}: Das Feld '{field}' ist bei allen {count} Kunden leer. Wählen Sie ein anderes oder lassen Sie den Parameter leer.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>It is not known how many territories there are to be. Give “Number of territories” (COUNT), or a layer of “Representatives” (REPS).</source>
        <translation>Es ist nicht bekannt, wie viele Gebiete es geben soll. Geben Sie „Anzahl der Gebiete“ (COUNT) oder einen Layer „Vertreter“ (REPS) an.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>“Number of territories” (COUNT) is {wanted}, but there are {count} representatives (REPS). Leave the number empty, or select as many representatives.</source>
        <extracomment>For exactly one: “Number of territories” (COUNT) is {wanted}, but there is {count} representative (REPS). Leave the number empty, or select as many representatives.</extracomment>
        <translation>
            <numerusform>„Anzahl der Gebiete“ (COUNT) ist {wanted}, es gibt aber {count} Vertreter (REPS). Lassen Sie die Anzahl leer oder wählen Sie ebenso viele Vertreter.</numerusform>
            <numerusform>„Anzahl der Gebiete“ (COUNT) ist {wanted}, es gibt aber {count} Vertreter (REPS). Lassen Sie die Anzahl leer oder wählen Sie ebenso viele Vertreter.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>“Representative who must get the customer” (PREASSIGNED_FIELD) together with “Group field” (GROUP_FIELD) needs “Representatives” (REPS) or “Current representative of a customer” (CURRENT_FIELD): without them territories are numbered over all groups, and nobody knows beforehand which number is meant.</source>
        <translation>„Vertreter, der den Kunden bekommen muss“ (PREASSIGNED_FIELD) zusammen mit „Gruppenfeld“ (GROUP_FIELD) braucht „Vertreter“ (REPS) oder „Aktueller Vertreter eines Kunden“ (CURRENT_FIELD): Ohne sie werden die Gebiete über alle Gruppen nummeriert, und niemand weiß vorher, welche Nummer gemeint ist.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>“Group field” (GROUP_FIELD) '{group}' is NULL for {count} customers, who stay unassigned (ids {names}).</source>
        <extracomment>For exactly one: “Group field” (GROUP_FIELD) '{group}' is NULL for {count} customer, who stays unassigned (id {names}).</extracomment>
        <translation>
            <numerusform>„Gruppenfeld“ (GROUP_FIELD) '{group}' ist bei {count} Kunden NULL, der ohne Zuordnung bleibt (ID {names}).</numerusform>
            <numerusform>„Gruppenfeld“ (GROUP_FIELD) '{group}' ist bei {count} Kunden NULL, die ohne Zuordnung bleiben (IDs {names}).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>With a “Group field” (GROUP_FIELD), {layer} needs the same field '{field}', which says to which group a representative belongs. Add it, or leave the group field empty. Fields of that layer: {names}.</source>
        <translation>Mit einem „Gruppenfeld“ (GROUP_FIELD) braucht {layer} dasselbe Feld '{field}', das sagt, zu welcher Gruppe ein Vertreter gehört. Ergänzen Sie es oder lassen Sie das Gruppenfeld leer. Felder dieses Layers: {names}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/layer.py"/>
        <source>{parameter}: the field '{field}' of {layer} is empty for all {count} features. Choose the field that says whose they are.</source>
        <extracomment>For exactly one: {parameter}: the field '{field}' of {layer} is empty for the only feature. Choose the field that says whose they are.</extracomment>
        <translation>
            <numerusform>{parameter}: Das Feld '{field}' von {layer} ist beim einzigen Objekt leer. Wählen Sie das Feld, das sagt, wessen sie sind.</numerusform>
            <numerusform>{parameter}: Das Feld '{field}' von {layer} ist bei allen {count} Objekten leer. Wählen Sie das Feld, das sagt, wessen sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/layer.py"/>
        <source>{layer} has no coordinate reference system, the other layer has one: it cannot be known how they lie to each other. Set it in the layer's properties.</source>
        <translation>{layer} hat kein Koordinatenbezugssystem, der andere Layer hat eines: Wie sie zueinander liegen, lässt sich nicht sagen. Legen Sie es in den Layereigenschaften fest.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limit_parameters.py"/>
        <source>attribute</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limit_parameters.py"/>
        <source>minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limit_parameters.py"/>
        <source>maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limit_parameters.py"/>
        <source>Limits on sums of single territories</source>
        <translation>Grenzwerte der Summen einzelner Gebiete</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limit_parameters.py"/>
        <source>One row per territory and attribute: the name of the territory (id of the representative, current representative, or its number), a numeric field of the customers or * for their number, and the minimum and maximum: a number, or a share of the total like 30%. An empty cell is no limit.</source>
        <translation>Eine Zeile je Gebiet und Merkmal: der Name des Gebiets (ID des Vertreters, aktueller Vertreter oder seine Nummer), ein numerisches Feld der Kunden oder * für ihre Anzahl, und Minimum und Maximum: eine Zahl oder ein Anteil an der Gesamtsumme wie 30%. Eine leere Zelle ist kein Grenzwert.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limits.py"/>
        <source>“Limits on sums per territory” (LIMITS) holds {count} cells, which are no rows of three: attribute, minimum, maximum. Write three cells in each row; a cell is empty where there is no limit.</source>
        <translation>„Grenzwerte der Summen je Gebiet“ (LIMITS) enthält {count} Zellen, die keine Zeilen zu dreien sind: Attribut, Minimum, Maximum. Schreiben Sie drei Zellen in jede Zeile; leer ist eine Zelle, wo es keinen Grenzwert gibt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limits.py"/>
        <source>“Limits on sums per territory” (LIMITS): a row has bounds ({least}; {most}) but no attribute. Write the name of a field, or * for the number of customers.</source>
        <translation>„Grenzwerte der Summen je Gebiet“ (LIMITS): Eine Zeile hat Grenzen ({least}; {most}), aber kein Attribut. Schreiben Sie den Namen eines Feldes, oder * für die Anzahl der Kunden.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limits.py"/>
        <source>“Limits on sums per territory” (LIMITS): the bound '{text}' of '{attribute}' is negative or not finite. Bounds are 0 or more; leave the cell empty for no limit.</source>
        <translation>„Grenzwerte der Summen je Gebiet“ (LIMITS): Die Grenze „{text}“ von „{attribute}“ ist negativ oder nicht endlich. Grenzen sind 0 oder mehr; lassen Sie die Zelle leer, wo es keinen Grenzwert gibt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limits.py"/>
        <source>“Limits on sums per territory” (LIMITS): the bound '{text}' of '{attribute}' is not a number like 1200 or a share of the total like 30%. Write one of these, decimals with a point.</source>
        <translation>„Grenzwerte der Summen je Gebiet“ (LIMITS): Die Grenze „{text}“ von „{attribute}“ ist weder eine Zahl wie 1200 noch ein Anteil an der Summe wie 30%. Schreiben Sie eines davon, Dezimalzahlen mit Punkt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limits.py"/>
        <source>“Limits on sums per territory” (LIMITS): the bound '{text}' of '{attribute}' is not a number like 1200, a share of the total like 30%, or a field of the representatives (REPS). Write one of these, decimals with a point.</source>
        <translation>„Grenzwerte der Summen je Gebiet“ (LIMITS): Die Grenze „{text}“ von „{attribute}“ ist weder eine Zahl wie 1200 noch ein Anteil an der Summe wie 30% noch ein Feld der Vertreter (REPS). Schreiben Sie eines davon, Dezimalzahlen mit Punkt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limits.py"/>
        <source>“Limits on sums per territory” (LIMITS)</source>
        <translation>„Grenzwerte der Summen je Gebiet“ (LIMITS)</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/match_case.py"/>
        <source>Representatives who have left ({parameter}): {count} of them are no current representatives ({names}). These are {known}. Correct the names.</source>
        <extracomment>For exactly one: Representatives who have left ({parameter}): nobody is called {names} now. Current representatives are {known}. Correct the name.</extracomment>
        <translation>
            <numerusform>Vertreter, die ausgeschieden sind ({parameter}): Niemand heißt jetzt {names}. Aktuelle Vertreter sind {known}. Korrigieren Sie den Namen.</numerusform>
            <numerusform>Vertreter, die ausgeschieden sind ({parameter}): {count} davon sind keine aktuellen Vertreter ({names}). Diese sind {known}. Korrigieren Sie die Namen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_case.py"/>
        <source>Representatives who have left ({parameter}) names all of them, so that nobody is left to get a cluster. Leave some out.</source>
        <translation>Vertreter, die ausgeschieden sind ({parameter}) nennt alle, sodass niemand bleibt, der einen Cluster bekommen könnte. Lassen Sie einige weg.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>Customers with their new cluster and their current representative.</source>
        <translation>Kunden mit ihrem neuen Cluster und ihrem aktuellen Vertreter.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>New cluster</source>
        <translation>Neuer Cluster</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>Cluster of the new plan; NULL and empty text: none.</source>
        <translation>Cluster des neuen Plans; NULL und leerer Text: keiner.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Current representative of a customer</source>
        <translation>Aktueller Vertreter eines Kunden</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>Who serves the customer now; NULL and empty text: nobody.</source>
        <translation>Wer den Kunden jetzt bedient; NULL und leerer Text: niemand.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>Weight (each customer counts 1 if empty)</source>
        <translation>Gewicht (leer: jeder Kunde zählt 1)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>What is to stay with its representative, such as revenue; 0 or more.</source>
        <translation>Was bei seinem Vertreter bleiben soll, etwa Umsatz; 0 oder größer.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>Representatives who have left</source>
        <translation>Vertreter, die ausgeschieden sind</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>representative</source>
        <translation>Vertreter</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>They get no cluster; their customers are free for anybody.</source>
        <translation>Sie bekommen keinen Cluster; ihre Kunden sind für alle frei.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>Customers by representative</source>
        <translation>Kunden nach Vertreter</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>The customers with their new representative in the field territory.</source>
        <translation>Die Kunden mit ihrem neuen Vertreter im Feld territory.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>Matches</source>
        <translation>Zuweisungen</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>One row per cluster and per representative without one.</source>
        <translation>Eine Zeile je Cluster und je Vertreter ohne Cluster.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Centres</source>
        <translation>Zentren</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>One point per cluster, the mean of its customers, with its new name.</source>
        <translation>Ein Punkt je Cluster, das Mittel seiner Kunden, mit seinem neuen Namen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/new_customer_case.py"/>
        <source>{layer}: {count} features have no territory and are not asked.</source>
        <extracomment>For exactly one: {layer}: {count} feature has no territory and is not asked.</extracomment>
        <translation>
            <numerusform>{layer}: {count} Objekt hat kein Gebiet und wird nicht gefragt.</numerusform>
            <numerusform>{layer}: {count} Objekte haben kein Gebiet und werden nicht gefragt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_case.py"/>
        <source>“the polygon around the customer” (METHOD) needs polygons in {layer}, but it holds points or lines. Choose the nearest neighbours, or another layer.</source>
        <translation>„dem Polygon um den Kunden“ (METHOD) braucht Polygone in {layer}, dort liegen aber Punkte oder Linien. Wählen Sie die nächsten Nachbarn oder einen anderen Layer.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>New customers</source>
        <translation>Neue Kunden</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>Points, or polygons, whose centroids count.</source>
        <translation>Punkte, oder Polygone, deren Schwerpunkte zählen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>Customers or areas with a territory</source>
        <translation>Kunden oder Flächen mit einem Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>The assignment that is extended; in any reference system.</source>
        <translation>Die Zuordnung, die erweitert wird; in beliebigem Bezugssystem.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Territory</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>Field of the customers or areas with a territory.</source>
        <translation>Feld der Kunden oder Flächen mit einem Gebiet.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>Territory of</source>
        <translation>Gebiet nach</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>the nearest neighbours</source>
        <translation>den nächsten Nachbarn</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>the polygon around the customer</source>
        <translation>dem Polygon um den Kunden</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>The second needs polygons with a territory.</source>
        <translation>Das zweite braucht Polygone mit einem Gebiet.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>Number of neighbours</source>
        <translation>Anzahl der Nachbarn</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>How many nearest customers say to which territory a new one belongs.</source>
        <translation>Wie viele nächste Kunden sagen, zu welchem Gebiet ein neuer gehört.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>New customers by territory</source>
        <translation>Neue Kunden nach Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>Fields: territory, confidence_pct (in percent).</source>
        <translation>Felder: territory, confidence_pct (in Prozent).</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>In each group, if there are groups. Empty: one for each representative.</source>
        <translation>In jeder Gruppe, wenn es Gruppen gibt. Leer: eines für jeden Vertreter.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Representatives (instead of a number)</source>
        <translation>Vertreter (anstelle einer Anzahl)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Their places are the first centres.</source>
        <translation>Ihre Orte sind die ersten Zentren.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Id field of the representatives</source>
        <translation>ID-Feld der Vertreter</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Its values become the names of the territories; without it: 1, 2, 3 and so on.</source>
        <translation>Seine Werte werden die Namen der Gebiete; ohne dieses: 1, 2, 3 und so weiter.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Centres stay at the representatives' places</source>
        <translation>Zentren bleiben an den Orten der Vertreter</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Needs representatives. Off: their places are where the centres start.</source>
        <translation>Braucht Vertreter. Aus: Ihre Orte sind, wo die Zentren beginnen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Minimum customers per territory</source>
        <translation>Mindestzahl der Kunden je Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>No territory gets fewer customers than this. Empty: no minimum.</source>
        <translation>Kein Gebiet bekommt weniger Kunden. Leer: kein Minimum.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Maximum customers per territory</source>
        <translation>Höchstzahl der Kunden je Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>No territory gets more customers than this. Empty: no maximum.</source>
        <translation>Kein Gebiet bekommt mehr Kunden. Leer: kein Maximum.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>Limits on sums per territory</source>
        <translation>Grenzwerte der Summen je Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>One row per attribute: a numeric field of the customers, or * for their number, and the minimum and maximum of its sum in each territory. A bound is a number, a share of the total like 30%, or a numeric field of the representatives (one bound for each). An empty cell is no limit.</source>
        <translation>Eine Zeile je Merkmal: ein numerisches Feld der Kunden, oder * für ihre Anzahl, und Minimum und Maximum seiner Summe in jedem Gebiet. Ein Grenzwert ist eine Zahl, ein Anteil an der Gesamtsumme wie 30% oder ein numerisches Feld der Vertreter (ein Grenzwert für jeden). Eine leere Zelle ist kein Grenzwert.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Who serves the customer now. Without representatives the new territories are named after those who keep most of their customers. NULL and empty text: nobody.</source>
        <translation>Wer den Kunden jetzt bedient. Ohne Vertreter heißen die neuen Gebiete nach denen, die am meisten ihrer Kunden behalten. NULL und leerer Text: niemand.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Minimum share of current customers that each representative keeps (%)</source>
        <translation>Mindestanteil der aktuellen Kunden, den jeder Vertreter behält (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Needs the current representative of a customer. Empty: nothing has to be kept.</source>
        <translation>Braucht den aktuellen Vertreter eines Kunden. Leer: Nichts muss gehalten werden.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Minimum share that a representative keeps (%, field)</source>
        <translation>Mindestanteil, den ein Vertreter behält (%, Feld)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Numeric field of the representatives, 0 to 100: the share of current customers that each of them keeps. NULL: the share for all counts.</source>
        <translation>Numerisches Feld der Vertreter, 0 bis 100: der Anteil der aktuellen Kunden, den jeder von ihnen behält. NULL: Der Anteil für alle gilt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Representative who must get the customer</source>
        <translation>Vertreter, der den Kunden bekommen muss</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Id of the representative; NULL and empty text: anybody may get the customer.</source>
        <translation>ID des Vertreters; NULL und leerer Text: Jeder darf den Kunden bekommen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Maximum distance from customer to centre (m)</source>
        <translation>Maximale Entfernung vom Kunden zum Zentrum (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Straight line on the ellipsoid. Empty: any distance.</source>
        <translation>Gerade Linie auf dem Ellipsoid. Leer: beliebige Entfernung.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Customers with the same value stay together</source>
        <translation>Kunden mit gleichem Wert bleiben zusammen</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>They get the same territory. NULL and empty text: the customer is alone.</source>
        <translation>Sie bekommen dasselbe Gebiet. NULL und leerer Text: Der Kunde ist für sich.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Customers at the same point stay together</source>
        <translation>Kunden am selben Punkt bleiben zusammen</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>All customers with the same position get the same territory.</source>
        <translation>Alle Kunden mit derselben Lage bekommen dasselbe Gebiet.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Name of a customer</source>
        <translation>Name eines Kunden</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Messages call customers by it. Empty: by their feature ids.</source>
        <translation>Meldungen nennen Kunden danach. Leer: nach ihrer Objektkennung.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Group field (one problem per value)</source>
        <translation>Gruppenfeld (eine Aufgabe je Wert)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Each value is a problem of its own. Representatives need a field of the same name. Customers without a value stay unassigned.</source>
        <translation>Jeder Wert ist eine eigene Aufgabe. Vertreter brauchen ein gleichnamiges Feld. Kunden ohne Wert bleiben ohne Zuordnung.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Clean up by nearest neighbours</source>
        <translation>Nach nächsten Nachbarn bereinigen</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Moves outliers to their neighbours' territory where no limit breaks.</source>
        <translation>Verschiebt Ausreißer in das Gebiet ihrer Nachbarn, wo kein Grenzwert verletzt wird.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>How many nearest customers say to which territory a customer should belong.</source>
        <translation>Wie viele nächste Kunden sagen, zu welchem Gebiet ein Kunde gehören sollte.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Number of random starts (best is kept)</source>
        <translation>Anzahl der Zufallsstarts (der beste zählt)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>More starts take longer and find more compact territories now and then.</source>
        <translation>Mehr Starts dauern länger und finden hin und wieder kompaktere Gebiete.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>The same seed gives the same territories again.</source>
        <translation>Derselbe Startwert ergibt wieder dieselben Gebiete.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>Customers by territory</source>
        <translation>Kunden nach Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Fields: territory, distance_m (to the centre, in metres), outlier.</source>
        <translation>Felder: territory, distance_m (zum Zentrum, in Metern), outlier.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>One point per territory with what its portfolio holds.</source>
        <translation>Ein Punkt je Gebiet mit dem, was sein Kundenstamm enthält.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Groups, territories and the price of each rule; distances in metres.</source>
        <translation>Gruppen, Gebiete und der Preis jeder Regel; Entfernungen in Metern.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>One row per exact round of each start that was worth one: inertia in m² on the local plane, customers that moved.</source>
        <translation>Eine Zeile je exakter Runde jedes Starts, der eine wert war: Trägheit in m² auf der lokalen Ebene, Kunden, die gewechselt haben.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/rules.py"/>
        <source>“Minimum share that a representative keeps” (RETENTION_FIELD) needs to know whose customers they are: give the field with the current representative of a customer (CURRENT_FIELD).</source>
        <translation>„Mindestanteil, den ein Vertreter behält“ (RETENTION_FIELD) setzt voraus, dass bekannt ist, wessen Kunden sie sind: Geben Sie das Feld mit dem aktuellen Vertreter eines Kunden an (CURRENT_FIELD).</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/rules.py"/>
        <source>Minimum share of current customers (MIN_RETENTION) asks to keep {share} % of them, but it is not known whose they are: give the field with the current representative of a customer (CURRENT_FIELD).</source>
        <translation>Mindestanteil der aktuellen Kunden (MIN_RETENTION) verlangt, {share} % von ihnen zu halten, es ist aber nicht bekannt, wessen sie sind: Geben Sie das Feld mit dem aktuellen Vertreter eines Kunden an (CURRENT_FIELD).</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/rules.py"/>
        <source>“Minimum share that a representative keeps” (RETENTION_FIELD) is a field of the representatives: give a layer of them (REPS).</source>
        <translation>„Mindestanteil, den ein Vertreter behält“ (RETENTION_FIELD) ist ein Feld der Vertreter: Geben Sie einen Layer der Vertreter an (REPS).</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/rules.py"/>
        <source>“Minimum share that a representative keeps” (RETENTION_FIELD)</source>
        <translation>„Mindestanteil, den ein Vertreter behält“ (RETENTION_FIELD)</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/rules.py"/>
        <source>{parameter} '{field}': the shares of {count} representatives ({names}) are not between 0 and 100 %. Correct them.</source>
        <extracomment>For exactly one: {parameter} '{field}': the share of representative {names} is not between 0 and 100 %. Correct it.</extracomment>
        <translation>
            <numerusform>{parameter} '{field}': Der Anteil von Vertreter {names} liegt nicht zwischen 0 und 100 %. Korrigieren Sie ihn.</numerusform>
            <numerusform>{parameter} '{field}': Die Anteile von {count} Vertretern ({names}) liegen nicht zwischen 0 und 100 %. Korrigieren Sie sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/smoothing_case.py"/>
        <source>The limit on '{name}' is broken already in {count} territories ({names}); no move makes it worse.</source>
        <extracomment>For exactly one: The limit on '{name}' is broken already in {count} territory ({names}); no move makes it worse.</extracomment>
        <translation>
            <numerusform>Der Grenzwert von '{name}' ist in {count} Gebiet schon verletzt ({names}); kein Wechsel macht es schlimmer.</numerusform>
            <numerusform>Der Grenzwert von '{name}' ist in {count} Gebieten schon verletzt ({names}); kein Wechsel macht es schlimmer.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>Whose customer it is. NULL and empty text: nobody's; such customers stay so.</source>
        <translation>Wessen Kunde er ist. NULL und leerer Text: niemandes; solche Kunden bleiben es.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>No move breaks them. One row per attribute: a numeric field of the customers, or * for their number, and the minimum and maximum of its sum in each territory. A bound is a number or a share of the total like 30%; an empty cell is no limit.</source>
        <translation>Kein Wechsel verletzt sie. Eine Zeile je Merkmal: ein numerisches Feld der Kunden, oder * für ihre Anzahl, und Minimum und Maximum seiner Summe in jedem Gebiet. Ein Grenzwert ist eine Zahl oder ein Anteil an der Gesamtsumme wie 30%; eine leere Zelle ist kein Grenzwert.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>Share of customers kept apart for a test (%)</source>
        <translation>Für einen Test zurückgehaltener Anteil der Kunden (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>This share is drawn at random, and the others say where it belongs; 30 tests with 30 % what 70 % have learned. Empty or 0: no test.</source>
        <translation>Dieser Anteil wird zufällig gezogen, und die anderen sagen, wohin er gehört; 30 prüft mit 30 %, was 70 % gelernt haben. Leer oder 0: kein Test.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>Customers after the clean-up</source>
        <translation>Kunden nach der Bereinigung</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>Fields: territory, territory_before, outlier.</source>
        <translation>Felder: territory, territory_before, outlier.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/territories.py"/>
        <source>“Centres stay at the representatives' places” (FIXED) needs representatives: give a layer of them (REPS).</source>
        <translation>„Zentren bleiben an den Orten der Vertreter“ (FIXED) braucht Vertreter: Geben Sie einen Layer davon an (REPS).</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/territory_limits.py"/>
        <source>“Limits on sums of single territories” (TERRITORY_LIMITS) holds {count} cells, which are no rows of four: territory, attribute, minimum, maximum. Write four cells in each row; a cell is empty where there is no limit.</source>
        <translation>„Grenzwerte der Summen einzelner Gebiete“ (TERRITORY_LIMITS) enthält {count} Zellen, die keine Zeilen zu vieren sind: Gebiet, Attribut, Minimum, Maximum. Schreiben Sie vier Zellen in jede Zeile; leer ist eine Zelle, wo es keinen Grenzwert gibt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/territory_limits.py"/>
        <source>“Limits on sums of single territories” (TERRITORY_LIMITS): a row has bounds ({least}; {most}) but lacks its territory or attribute. Write both; * stands for the number of customers.</source>
        <translation>„Grenzwerte der Summen einzelner Gebiete“ (TERRITORY_LIMITS): Eine Zeile hat Grenzen ({least}; {most}), aber ihr fehlt das Gebiet oder das Attribut. Schreiben Sie beides; * steht für die Anzahl der Kunden.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_case.py"/>
        <source>{label} has no effect: no times are known. Give a cost matrix with times.</source>
        <translation>{label} bleibt ohne Wirkung: Es sind keine Zeiten bekannt. Geben Sie eine Kostenmatrix mit Zeiten an.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>Field with the territory before</source>
        <translation>Feld mit dem Gebiet vorher</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>The current plan. Empty: “territory_before”.</source>
        <translation>Der aktuelle Plan. Leer: „territory_before“.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Field with the territory after</source>
        <translation>Feld mit dem Gebiet nachher</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>The new plan. Empty: “territory”. Not needed with another layer.</source>
        <translation>Der neue Plan. Leer: „territory“. Nicht nötig mit einem anderen Layer.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Representatives after re-siting</source>
        <translation>Vertreter nach der Standortverlegung</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>One point per representative, where he or she will live. Travel of the new plan is then shown from the current and from the new homes. Its field of names is called like that of the representatives, or “territory”.</source>
        <translation>Ein Punkt je Vertreter, wo er wohnen wird. Der Fahrweg des neuen Plans wird dann ab den aktuellen und den neuen Standorten gezeigt. Das Feld mit den Namen heißt wie das der Vertreter oder „territory“.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Layer with the new plan</source>
        <translation>Layer mit dem neuen Plan</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Where the new plan is in another layer or table; it is joined by ids.</source>
        <translation>Wo der neue Plan in einem anderen Layer oder einer Tabelle liegt; er wird über IDs verbunden.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Field of that layer with the territory</source>
        <translation>Feld dieses Layers mit dem Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Empty: as the field with the territory after.</source>
        <translation>Leer: wie das Feld mit dem Gebiet nachher.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Field with the id of an area</source>
        <translation>Feld mit der ID einer Fläche</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>By it both layers are joined, never by the order of their features.</source>
        <translation>Darüber werden beide Layer verbunden, nie über die Reihenfolge ihrer Objekte.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Field of that layer with the id</source>
        <translation>Feld dieses Layers mit der ID</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Empty: a field of the same name.</source>
        <translation>Leer: ein gleichnamiges Feld.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Costs per hour of travel</source>
        <translation>Kosten je Fahrstunde</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>In any currency; with times in the cost matrix.</source>
        <translation>In beliebiger Währung; mit Zeiten in der Kostenmatrix.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Costs per kilometre</source>
        <translation>Kosten je Kilometer</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>In the same currency.</source>
        <translation>In derselben Währung.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>With the territory from which and the one to which each area goes.</source>
        <translation>Mit dem Gebiet, aus dem jede Fläche kommt, und dem, in das sie geht.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Hand-over by representative</source>
        <translation>Übergabe nach Vertreter</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>What each one keeps, gives and receives, and the travel before and after.</source>
        <translation>Was jeder behält, abgibt und aufnimmt, und der Fahrweg vorher und nachher.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Old by new territory</source>
        <translation>Altes gegen neues Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>How many areas and how much weight go from where to where.</source>
        <translation>Wie viele Flächen und wie viel Gewicht von wo nach wo gehen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>Field with the territory</source>
        <translation>Feld mit dem Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>The plan that is judged. NULL and blanks mean that nobody has the area.</source>
        <translation>Der Plan, der beurteilt wird. NULL und Leerzeichen bedeuten, dass niemand die Fläche hat.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>A move that takes a territory farther off than this counts as forbidden.</source>
        <translation>Ein Wechsel, der ein Gebiet weiter davon entfernt, gilt als verboten.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Maximum distance from home to area (m)</source>
        <translation>Maximale Entfernung vom Standort zur Fläche (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>A move to a territory whose home is farther away counts as forbidden.</source>
        <translation>Ein Wechsel in ein Gebiet, dessen Standort weiter entfernt ist, gilt als verboten.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>Expression that is true for areas which may not move.</source>
        <translation>Ausdruck, der für Flächen wahr ist, die nicht wechseln dürfen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>E.g. the district of a municipality. Areas without a value are free.</source>
        <translation>Z. B. der Landkreis einer Gemeinde. Flächen ohne Wert sind frei.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>Homes stay inside their territory</source>
        <translation>Standorte bleiben in ihrem Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>The area in which a representative lives may not leave his or her territory.</source>
        <translation>Die Fläche, in der ein Vertreter wohnt, darf sein Gebiet nicht verlassen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>A move that cuts a territory in two counts as forbidden.</source>
        <translation>Ein Wechsel, der ein Gebiet in zwei Teile trennt, gilt als verboten.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>Areas and how firm they are</source>
        <translation>Flächen und wie fest sie sind</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>The areas with the trip to them, the territory to which each one would go if it had to, what that would change, and the rule that forbids it.</source>
        <translation>Die Flächen mit der Fahrt zu ihnen, dem Gebiet, in das jede ginge, wenn sie müsste, was das ändern würde, und der Regel, die es verbietet.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>One feature per territory: totals, target, deviation, parts, shape and travel.</source>
        <translation>Ein Objekt je Gebiet: Summen, Sollwert, Abweichung, Teile, Form und Fahrweg.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/judge/judged_plan.py"/>
        <source>{parameter}: '{field}' is empty in all {count} areas: there is no plan. Choose the field that holds the territories.</source>
        <extracomment>For exactly one: {parameter}: '{field}' is empty in the only area: there is no plan. Choose the field that holds the territories.</extracomment>
        <translation>
            <numerusform>{parameter}: '{field}' ist in der einzigen Fläche leer: Es gibt keinen Plan. Wählen Sie das Feld, das die Gebiete enthält.</numerusform>
            <numerusform>{parameter}: '{field}' ist in allen {count} Flächen leer: Es gibt keinen Plan. Wählen Sie das Feld, das die Gebiete enthält.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/judge/judged_plan.py"/>
        <source>{count} areas have no territory in '{field}'.</source>
        <extracomment>For exactly one: {count} area has no territory in '{field}'.</extracomment>
        <translation>
            <numerusform>{count} Fläche hat kein Gebiet in '{field}'.</numerusform>
            <numerusform>{count} Flächen haben kein Gebiet in '{field}'.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/judged_plan.py"/>
        <source>{target} is a field of {reps}, which is empty. Give the representatives, or leave the shares out.</source>
        <translation>{target} ist ein Feld von {reps}, das leer ist. Geben Sie die Vertreter an oder lassen Sie die Anteile weg.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/judge/judged_plan.py"/>
        <source>{target}: {count} territories have no representative and so no share: {names}. Add the representatives, or leave the shares out.</source>
        <extracomment>For exactly one: {target}: {count} territory has no representative and so no share: {names}. Add the representative, or leave the shares out.</extracomment>
        <translation>
            <numerusform>{target}: {count} Gebiet hat keinen Vertreter und also keinen Anteil: {names}. Ergänzen Sie den Vertreter oder lassen Sie die Anteile weg.</numerusform>
            <numerusform>{target}: {count} Gebiete haben keinen Vertreter und also keinen Anteil: {names}. Ergänzen Sie die Vertreter oder lassen Sie die Anteile weg.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/judged_plan.py"/>
        <source>The cost matrix has no effect: without representatives travel counts in a straight line from the weighted centre of each territory.</source>
        <translation>Die Kostenmatrix bleibt ohne Wirkung: Ohne Vertreter zählt der Fahrweg in gerader Linie ab dem gewichteten Zentrum jedes Gebiets.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/judge/judged_plan.py"/>
        <source>{count} territories have no representative in {layer}, so that nothing is known of their travel: {names}.</source>
        <extracomment>For exactly one: {count} territory has no representative in {layer}, so that nothing is known of its travel: {names}.</extracomment>
        <translation>
            <numerusform>{count} Gebiet hat keinen Vertreter in {layer}, sodass von seinem Fahrweg nichts bekannt ist: {names}.</numerusform>
            <numerusform>{count} Gebiete haben keinen Vertreter in {layer}, sodass von ihrem Fahrweg nichts bekannt ist: {names}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/owners.py"/>
        <source>{layer} needs {id}: two layers are joined by the ids of their areas, never by the order of their features.</source>
        <translation>{layer} braucht {id}: Zwei Layer werden über die IDs ihrer Flächen verbunden, nie über die Reihenfolge ihrer Objekte.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/owners.py"/>
        <source>The two layers have no id in common: {id_field} holds {ours}, that of {layer} holds {theirs}. Choose fields with the same ids.</source>
        <translation>Die beiden Layer haben keine ID gemeinsam: {id_field} enthält {ours}, das Feld von {layer} enthält {theirs}. Wählen Sie Felder mit denselben IDs.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/judge/owners.py"/>
        <source>{count} areas of {layer} are not in {other} and are left out: {ids}.</source>
        <extracomment>For exactly one: {count} area of {layer} is not in {other} and is left out: {ids}.</extracomment>
        <translation>
            <numerusform>{count} Fläche von {layer} ist nicht in {other} und wird weggelassen: {ids}.</numerusform>
            <numerusform>{count} Flächen von {layer} sind nicht in {other} und werden weggelassen: {ids}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/judge/owners.py"/>
        <source>{count} ids occur more than once in {layer}; their areas are left out: {ids}.</source>
        <extracomment>For exactly one: {count} id occurs more than once in {layer}; its areas are left out: {ids}.</extracomment>
        <translation>
            <numerusform>{count} ID kommt in {layer} mehrmals vor; ihre Flächen werden weggelassen: {ids}.</numerusform>
            <numerusform>{count} IDs kommen in {layer} mehrmals vor; ihre Flächen werden weggelassen: {ids}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/judge/owners.py"/>
        <source>{count} areas of {layer} have no id and are left out.</source>
        <extracomment>For exactly one: {count} area of {layer} has no id and is left out.</extracomment>
        <translation>
            <numerusform>{count} Fläche von {layer} hat keine ID und wird weggelassen.</numerusform>
            <numerusform>{count} Flächen von {layer} haben keine ID und werden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>Areas or customers by territory</source>
        <translation>Flächen oder Kunden nach Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <source>Polygons or points with the territory of each one in a field; any plan will do.</source>
        <translation>Polygone oder Punkte mit ihrem Gebiet in einem Feld; jeder Plan ist recht.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <source>Fields to balance (empty: each counts 1)</source>
        <translation>Kennzahlen (leer: jedes Objekt zählt 1)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <source>Numbers that are added up by territory, e.g. customers, potential or hours.</source>
        <translation>Zahlen, die je Gebiet summiert werden, z. B. Kunden, Potenzial oder Stunden.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <source>One point per representative, where he or she lives: travel counts from there. Without them it counts from the weighted centre of each territory.</source>
        <translation>Ein Punkt je Vertreter, wo er wohnt: Der Fahrweg zählt von dort. Ohne Vertreter zählt er ab dem gewichteten Zentrum jedes Gebiets.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <source>Its values are the names of the territories; 1, 2, … if it is empty.</source>
        <translation>Seine Werte sind die Namen der Gebiete; 1, 2, …, wenn es leer ist.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <source>A representative with 0.5 should get half as much as one with 1.</source>
        <translation>Ein Vertreter mit 0.5 soll halb so viel bekommen wie einer mit 1.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/judge/validate_case.py"/>
        <source>{layer}: {count} representatives have no name in '{field}' and are left out.</source>
        <extracomment>For exactly one: {layer}: {count} representative has no name in '{field}' and is left out.</extracomment>
        <translation>
            <numerusform>{layer}: {count} Vertreter hat in '{field}' keinen Namen und wird weggelassen.</numerusform>
            <numerusform>{layer}: {count} Vertreter haben in '{field}' keinen Namen und werden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>The plan that is checked. NULL and blanks mean that nobody has the area.</source>
        <translation>Der Plan, der geprüft wird. NULL und Leerzeichen bedeuten, dass niemand die Fläche hat.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Of any field to balance. Empty: no limit.</source>
        <translation>Bei jeder Kennzahl. Leer: kein Grenzwert.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Breaches of rules</source>
        <translation>Verletzungen von Regeln</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>One feature per breach, where it is; none for a clean plan.</source>
        <translation>Ein Objekt je Verletzung, wo sie liegt; keines für einen einwandfreien Plan.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Empty: no limit.</source>
        <translation>Leer: kein Grenzwert.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Minimum number of areas per territory</source>
        <translation>Mindestzahl der Flächen je Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Maximum number of areas per territory</source>
        <translation>Höchstzahl der Flächen je Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Minimum total of each field to balance per territory</source>
        <translation>Mindestsumme jeder Kennzahl je Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Maximum total of each field to balance per territory</source>
        <translation>Höchstsumme jeder Kennzahl je Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Field with the current territory</source>
        <translation>Feld mit dem aktuellen Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>For the maximum change.</source>
        <translation>Für die maximale Änderung.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Needs the current territory. Empty: no limit.</source>
        <translation>Braucht das aktuelle Gebiet. Leer: kein Grenzwert.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Every territory must be one piece; each further piece is a breach.</source>
        <translation>Jedes Gebiet muss zusammenhängen; jeder weitere Teil ist eine Verletzung.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>No enclaves (polygons only)</source>
        <translation>Keine Enklaven (nur Polygone)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Areas that lie wholly inside one other territory are a breach.</source>
        <translation>Flächen, die ganz in einem anderen Gebiet liegen, sind eine Verletzung.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <location filename="../processing_provider/inputs/layers/parameters.py"/>
        <source>Field with the names of the areas</source>
        <translation>Feld mit den Namen der Flächen</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Breaches then name areas by it, e.g. “Schwetzingen” instead of 45.</source>
        <translation>Verletzungen nennen Flächen dann danach, z. B. „Schwetzingen“ statt 45.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/attributes.py"/>
        <source>It has no fields at all: choose another layer, or add the field.</source>
        <translation>Er hat gar keine Felder: Wählen Sie einen anderen Layer oder ergänzen Sie das Feld.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/attributes.py"/>
        <source>Choose one of its fields: {names}.</source>
        <translation>Wählen Sie eines seiner Felder: {names}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/attributes.py"/>
        <source>{parameter}: {layer} has no field '{field}'. {remedy}</source>
        <translation>{parameter}: Der Layer {layer} hat kein Feld '{field}'. {remedy}</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/attributes.py"/>
        <source>{layer} has no field '{field}'. {remedy}</source>
        <translation>Der Layer {layer} hat kein Feld '{field}'. {remedy}</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/attributes.py"/>
        <source>{parameter}: the field '{field}' holds {type}, not numbers or texts. Choose another field, or convert it with the field calculator (to_string, to_real).</source>
        <translation>{parameter}: Das Feld '{field}' enthält {type}, weder Zahlen noch Texte. Wählen Sie ein anderes Feld oder wandeln Sie es mit dem Feldrechner um (to_string, to_real).</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/attributes.py"/>
        <source>{parameter}: values of the field '{field}' are neither texts nor finite numbers in {count} features (first ids {ids}). Correct them, or choose another field (to_string in the field calculator makes texts of dates and lists).</source>
        <extracomment>For exactly one: {parameter}: a value of the field '{field}' is neither a text nor a finite number in {count} feature ({ids}). Correct it, or choose another field (to_string in the field calculator makes texts of dates and lists).</extracomment>
        <translation>
            <numerusform>{parameter}: Ein Wert des Feldes '{field}' ist bei {count} Objekt weder ein Text noch eine endliche Zahl ({ids}). Korrigieren Sie ihn oder wählen Sie ein anderes Feld (to_string im Feldrechner macht Texte aus Datumswerten und Listen).</numerusform>
            <numerusform>{parameter}: Werte des Feldes '{field}' sind bei {count} Objekten weder Texte noch endliche Zahlen (erste IDs {ids}). Korrigieren Sie sie oder wählen Sie ein anderes Feld (to_string im Feldrechner macht Texte aus Datumswerten und Listen).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/expressions.py"/>
        <source>The expression of {parameter} gives no number from 0 for {count} areas (first ids {ids}): “{expression}”. Correct it, e.g. with max(0, …) or coalesce(…, 0).</source>
        <extracomment>For exactly one: The expression of {parameter} gives no number from 0 for {count} area ({ids}): “{expression}”. Correct it, e.g. with max(0, …) or coalesce(…, 0).</extracomment>
        <translation>
            <numerusform>Der Ausdruck von {parameter} ergibt für {count} Fläche ({ids}) keine Zahl ab 0: „{expression}“. Korrigieren Sie ihn, z. B. mit max(0, …) oder coalesce(…, 0).</numerusform>
            <numerusform>Der Ausdruck von {parameter} ergibt für {count} Flächen (erste IDs {ids}) keine Zahl ab 0: „{expression}“. Korrigieren Sie ihn, z. B. mit max(0, …) oder coalesce(…, 0).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/expressions.py"/>
        <source>The expression of {parameter} cannot be read: “{expression}” ({reason}). Correct it, e.g. in the expression editor of QGIS.</source>
        <translation>Der Ausdruck von {parameter} ist nicht lesbar: „{expression}“ ({reason}). Korrigieren Sie ihn, z. B. im Ausdruckseditor von QGIS.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/expressions.py"/>
        <source>The expression of {parameter} names fields that {layer} does not have: {unknown}. Correct the names; the fields are: {names}.</source>
        <translation>Der Ausdruck von {parameter} nennt Felder, die {layer} nicht hat: {unknown}. Korrigieren Sie die Namen; die Felder sind: {names}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/expressions.py"/>
        <source>The expression of {parameter} fails at area {area}: “{expression}” ({reason}). Correct it, e.g. in the expression editor of QGIS.</source>
        <translation>Der Ausdruck von {parameter} scheitert bei Fläche {area}: „{expression}“ ({reason}). Korrigieren Sie ihn, z. B. im Ausdruckseditor von QGIS.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/far_places.py"/>
        <source>{layer}: all coordinates are degrees by their size, but the layer's reference system, {crs}, counts metres: everything lies within a few metres. Give the layer the reference system of its coordinates, most often EPSG:4326 (WGS 84).</source>
        <translation>{layer}: Alle Koordinaten sind nach ihrer Größe Grad, aber das Bezugssystem des Layers, {crs}, zählt Meter: Alles liegt innerhalb weniger Meter. Geben Sie dem Layer das Bezugssystem seiner Koordinaten, meist EPSG:4326 (WGS 84).</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/far_places.py"/>
        <source>{layer} lies {km:,.0f} km away from the layer with which it is used: one of them is not where it should be. Check the reference systems of both; in a table of coordinates X is the longitude and Y the latitude.</source>
        <translation>{layer} liegt {km:,.0f} km von dem Layer entfernt, mit dem er verwendet wird: Einer von beiden ist nicht, wo er sein sollte. Prüfen Sie die Bezugssysteme beider; in einer Tabelle von Koordinaten ist X die geographische Länge und Y die Breite.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/far_places.py"/>
        <source>{layer}: {count} features lie at 0, 0 or very far from all others and will distort the result (ids {ids}). Check their coordinates and the layer's reference system, or leave them out.</source>
        <extracomment>For exactly one: {layer}: {count} feature lies at 0, 0 or very far from all others and will distort the result (id {ids}). Check its coordinates and the layer's reference system, or leave it out.</extracomment>
        <translation>
            <numerusform>{layer}: {count} Objekt liegt bei 0, 0 oder sehr weit von allen anderen und wird das Ergebnis verzerren (ID {ids}). Prüfen Sie seine Koordinaten und das Bezugssystem des Layers oder lassen Sie es weg.</numerusform>
            <numerusform>{layer}: {count} Objekte liegen bei 0, 0 oder sehr weit von allen anderen und werden das Ergebnis verzerren (IDs {ids}). Prüfen Sie ihre Koordinaten und das Bezugssystem des Layers oder lassen Sie sie weg.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/features.py"/>
        <source>{layer}: {count} features have an invalid geometry (feature ids {ids}; the first: {reason}). Repair them with 'Fix geometries', or set 'Invalid feature filtering' of this input to 'Do not filter' to use them as they are, or to 'Skip'.</source>
        <extracomment>For exactly one: {layer}: {count} feature has an invalid geometry (feature id {ids}: {reason}). Repair it with 'Fix geometries', or set 'Invalid feature filtering' of this input to 'Do not filter' to use it as it is, or to 'Skip'.</extracomment>
        <translation>
            <numerusform>{layer}: {count} Objekt hat eine ungültige Geometrie (Objektkennung {ids}: {reason}). Reparieren Sie sie mit 'Geometrien reparieren' oder stellen Sie 'Filterung ungültiger Objekte' dieser Eingabe auf 'Nicht filtern', um es zu verwenden, wie es ist, oder auf 'Überspringen'.</numerusform>
            <numerusform>{layer}: {count} Objekte haben eine ungültige Geometrie (Objektkennungen {ids}; das erste: {reason}). Reparieren Sie sie mit 'Geometrien reparieren' oder stellen Sie 'Filterung ungültiger Objekte' dieser Eingabe auf 'Nicht filtern', um sie zu verwenden, wie sie sind, oder auf 'Überspringen'.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/features.py"/>
        <source>not valid</source>
        <translation>nicht gültig</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/features.py"/>
        <source>{layer}: {count} features with an invalid geometry are left out (feature ids {ids}).</source>
        <extracomment>For exactly one: {layer}: {count} feature with an invalid geometry is left out (feature id {ids}).</extracomment>
        <translation>
            <numerusform>{layer}: {count} Objekt mit ungültiger Geometrie wird weggelassen (Objektkennung {ids}).</numerusform>
            <numerusform>{layer}: {count} Objekte mit ungültiger Geometrie werden weggelassen (Objektkennungen {ids}).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{layer}: field '{field}' holds {type}, not numbers. Choose a numeric field, or convert it with the field calculator (to_real).</source>
        <translation>{layer}: Das Feld '{field}' enthält {type}, keine Zahlen. Wählen Sie ein numerisches Feld oder wandeln Sie es mit dem Feldrechner um (to_real).</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{layer}: field '{field}' holds texts, which are read as numbers: “{text}” is {number}.</source>
        <translation>{layer}: Das Feld '{field}' enthält Texte, die als Zahlen gelesen werden: „{text}“ ist {number}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{layer}: field '{field}' holds texts that are not plain numbers in {count} features (first ids {ids}; the first: “{text}”). Make a field of decimal numbers with the field calculator: {expression} reads such values.</source>
        <extracomment>For exactly one: {layer}: field '{field}' holds texts that are not plain numbers in {count} feature ({ids}: “{text}”). Make a field of decimal numbers with the field calculator: {expression} reads such a value.</extracomment>
        <translation>
            <numerusform>{layer}: Das Feld '{field}' enthält Texte, die bei {count} Objekt keine reine Zahl sind ({ids}: „{text}“). Machen Sie daraus mit dem Feldrechner ein Feld von Dezimalzahlen: {expression} liest einen solchen Wert.</numerusform>
            <numerusform>{layer}: Das Feld '{field}' enthält Texte, die bei {count} Objekten keine reinen Zahlen sind (die ersten IDs: {ids}; der erste: „{text}“). Machen Sie daraus mit dem Feldrechner ein Feld von Dezimalzahlen: {expression} liest solche Werte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{layer}: field '{field}' holds texts, which are not numbers in {count} features (first ids {ids}; the first: “{text}”). Correct them, choose another field, or make a field of numbers with the field calculator: {expression} leaves such values empty.</source>
        <extracomment>For exactly one: {layer}: field '{field}' holds texts, which are not numbers in {count} feature ({ids}: “{text}”). Correct it, choose another field, or make a field of numbers with the field calculator: {expression} leaves such a value empty.</extracomment>
        <translation>
            <numerusform>{layer}: Das Feld '{field}' enthält Texte, die bei {count} Objekt keine Zahlen sind ({ids}: „{text}“). Korrigieren Sie ihn, wählen Sie ein anderes Feld oder legen Sie mit dem Feldrechner ein Zahlenfeld an: {expression} lässt einen solchen Wert leer.</numerusform>
            <numerusform>{layer}: Das Feld '{field}' enthält Texte, die bei {count} Objekten keine Zahlen sind (erste IDs {ids}; der erste: „{text}“). Korrigieren Sie sie, wählen Sie ein anderes Feld oder legen Sie mit dem Feldrechner ein Zahlenfeld an: {expression} lässt solche Werte leer.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{layer}: field '{field}' holds texts that can be read in two ways ({id}: “{text}” may be {one} or {other}). Make a field of numbers with the field calculator: {expression} for {one}, or {rival} for {other}.</source>
        <translation>{layer}: Das Feld '{field}' enthält Texte, die sich auf zwei Weisen lesen lassen ({id}: „{text}“ kann {one} oder {other} sein). Legen Sie mit dem Feldrechner ein Zahlenfeld an: {expression} für {one} oder {rival} für {other}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{parameter}: '{field}' is NULL in {count} features, which count as 0.</source>
        <extracomment>For exactly one: {parameter}: '{field}' is NULL in {count} feature, which counts as 0.</extracomment>
        <translation>
            <numerusform>{parameter}: '{field}' ist bei {count} Objekt NULL, das als 0 zählt.</numerusform>
            <numerusform>{parameter}: '{field}' ist bei {count} Objekten NULL, die als 0 zählen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{parameter}: '{field}' is 0 in every feature. Nothing can be divided by it: its deviations are all 0 %, and say nothing. Check the field.</source>
        <translation>{parameter}: '{field}' ist bei allen Objekten 0. Danach lässt sich nichts aufteilen: Die Abweichungen davon sind alle 0 % und sagen nichts. Prüfen Sie das Feld.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{parameter}: '{field}' is not finite in {count} features (first ids {ids}). Weights must be 0 or more: correct or exclude these features.</source>
        <extracomment>For exactly one: {parameter}: '{field}' is not finite in {count} feature ({ids}). Weights must be 0 or more: correct or exclude this feature.</extracomment>
        <translation>
            <numerusform>{parameter}: '{field}' ist bei {count} Objekt nicht endlich ({ids}). Gewichte müssen 0 oder größer sein: Korrigieren Sie dieses Objekt oder schließen Sie es aus.</numerusform>
            <numerusform>{parameter}: '{field}' ist bei {count} Objekten nicht endlich (erste IDs {ids}). Gewichte müssen 0 oder größer sein: Korrigieren Sie diese Objekte oder schließen Sie sie aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{parameter}: '{field}' is negative in {count} features (first ids {ids}). Weights must be 0 or more: correct or exclude these features.</source>
        <extracomment>For exactly one: {parameter}: '{field}' is negative in {count} feature ({ids}). Weights must be 0 or more: correct or exclude this feature.</extracomment>
        <translation>
            <numerusform>{parameter}: '{field}' ist bei {count} Objekt negativ ({ids}). Gewichte müssen 0 oder größer sein: Korrigieren Sie dieses Objekt oder schließen Sie es aus.</numerusform>
            <numerusform>{parameter}: '{field}' ist bei {count} Objekten negativ (erste IDs {ids}). Gewichte müssen 0 oder größer sein: Korrigieren Sie diese Objekte oder schließen Sie sie aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{parameter}: '{field}' is larger than {largest} in {count} features (first ids {ids}), too large to be added up: correct or exclude these features.</source>
        <extracomment>For exactly one: {parameter}: '{field}' is larger than {largest} in {count} feature ({ids}), too large to be added up: correct or exclude this feature.</extracomment>
        <translation>
            <numerusform>{parameter}: '{field}' ist bei {count} Objekt größer als {largest} ({ids}), zu groß, um addiert zu werden: Korrigieren Sie dieses Objekt oder schließen Sie es aus.</numerusform>
            <numerusform>{parameter}: '{field}' ist bei {count} Objekten größer als {largest} (erste IDs {ids}), zu groß, um addiert zu werden: Korrigieren Sie diese Objekte oder schließen Sie sie aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{parameter}: '{field}' is negative or no number in {count} features ({ids}). Give numbers of 0 or more, or leave them empty.</source>
        <extracomment>For exactly one: {parameter}: '{field}' is negative or no number in {count} feature ({ids}). Give a number of 0 or more, or leave it empty.</extracomment>
        <translation>
            <numerusform>{parameter}: '{field}' ist bei {count} Objekt negativ oder keine Zahl ({ids}). Geben Sie eine Zahl von 0 oder größer an oder lassen Sie es leer.</numerusform>
            <numerusform>{parameter}: '{field}' ist bei {count} Objekten negativ oder keine Zahl ({ids}). Geben Sie Zahlen von 0 oder größer an oder lassen Sie es leer.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/parameters.py"/>
        <source>Messages, homes and sheets then name areas by it, e.g. “Schwetzingen” instead of 45.</source>
        <translation>Meldungen, Standorte und Blätter nennen die Flächen dann so, z. B. „Schwetzingen“ statt 45.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/plan_field.py"/>
        <source>{parameter}: '{field}' is NULL in every area: there is no plan. Choose another field, or start from representatives or from a number of territories.</source>
        <translation>{parameter}: '{field}' ist in jeder Fläche NULL: Es gibt keinen Plan. Wählen Sie ein anderes Feld oder beginnen Sie mit Vertretern oder einer Anzahl von Gebieten.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/plan_field.py"/>
        <source>{parameter}: '{field}' names none of the representatives: it holds {values}, they are called {names}. Choose the field of {layer} that names the territories (REP_ID_FIELD), or correct the plan.</source>
        <translation>{parameter}: '{field}' nennt keinen der Vertreter: Es enthält {values}, sie heißen {names}. Wählen Sie das Feld von {layer}, das die Gebiete benennt (REP_ID_FIELD), oder korrigieren Sie den Plan.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/plan_field.py"/>
        <source>{parameter}: '{field}' names territories without a representative in {layer}: {values} ({count} areas). Add these representatives, or correct the field.</source>
        <extracomment>For exactly one: {parameter}: '{field}' names territories without a representative in {layer}: {values} ({count} area). Add these representatives, or correct the field.</extracomment>
        <translation>
            <numerusform>{parameter}: '{field}' nennt Gebiete ohne Vertreter in {layer}: {values} ({count} Fläche). Ergänzen Sie diese Vertreter oder korrigieren Sie das Feld.</numerusform>
            <numerusform>{parameter}: '{field}' nennt Gebiete ohne Vertreter in {layer}: {values} ({count} Flächen). Ergänzen Sie diese Vertreter oder korrigieren Sie das Feld.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/reading.py"/>
        <source>{layer} has no coordinate reference system: its coordinates are taken as metres or as coordinates of the layer with which it is used.</source>
        <translation>Der Layer {layer} hat kein Koordinatenbezugssystem: Seine Koordinaten gelten als Meter oder als Koordinaten des Layers, mit dem er verwendet wird.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/reading.py"/>
        <source>{layer}: {count} features without geometry are passed on unassigned (feature ids {ids}).</source>
        <extracomment>For exactly one: {layer}: {count} feature without geometry is passed on unassigned (feature id {ids}).</extracomment>
        <translation>
            <numerusform>{layer}: {count} Objekt ohne Geometrie wird ohne Zuordnung weitergegeben (Objektkennung {ids}).</numerusform>
            <numerusform>{layer}: {count} Objekte ohne Geometrie werden ohne Zuordnung weitergegeben (Objektkennungen {ids}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/shapes.py"/>
        <source>{layer}: {count} features are neither points nor polygons (feature ids {ids}). Give points or polygons; 'Polygonize' or 'Lines to polygons' make areas of lines.</source>
        <extracomment>For exactly one: {layer}: {count} feature is neither a point nor a polygon (feature id {ids}). Give points or polygons; 'Polygonize' or 'Lines to polygons' make areas of lines.</extracomment>
        <translation>
            <numerusform>{layer}: {count} Objekt ist weder ein Punkt noch ein Polygon (Objektkennung {ids}). Geben Sie Punkte oder Polygone an; 'Polygonbildung' oder 'Linien zu Polygonen' machen Flächen aus Linien.</numerusform>
            <numerusform>{layer}: {count} Objekte sind weder Punkte noch Polygone (Objektkennungen {ids}). Geben Sie Punkte oder Polygone an; 'Polygonbildung' oder 'Linien zu Polygonen' machen Flächen aus Linien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/shapes.py"/>
        <source>{layer} holds areas, but {count} features have no polygon (feature ids {ids}). Delete them, leave them out of the selection, or draw their areas; points and areas belong into layers of their own.</source>
        <extracomment>For exactly one: {layer} holds areas, but {count} feature has no polygon (feature id {ids}). Delete it, leave it out of the selection, or draw its area; points and areas belong into layers of their own.</extracomment>
        <translation>
            <numerusform>{layer} enthält Flächen, aber {count} Objekt hat kein Polygon (Objektkennung {ids}). Löschen Sie es, lassen Sie es aus der Auswahl oder zeichnen Sie seine Fläche; Punkte und Flächen gehören in eigene Layer.</numerusform>
            <numerusform>{layer} enthält Flächen, aber {count} Objekte haben kein Polygon (Objektkennungen {ids}). Löschen Sie sie, lassen Sie sie aus der Auswahl oder zeichnen Sie ihre Flächen; Punkte und Flächen gehören in eigene Layer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/shapes.py"/>
        <source>{layer}: {count} features are collections of polygons and other shapes, of which the polygons count (feature ids {ids}). A GeoPackage takes them whole into the output; temporary layers and shapefiles hold polygons only.</source>
        <extracomment>For exactly one: {layer}: {count} feature is a collection of polygons and other shapes, of which the polygons count (feature id {ids}). A GeoPackage takes it whole into the output; temporary layers and shapefiles hold polygons only.</extracomment>
        <translation>
            <numerusform>{layer}: {count} Objekt ist eine Sammlung von Polygonen und anderen Formen, von denen die Polygone zählen (Objektkennung {ids}). Ein GeoPackage nimmt es ganz in die Ausgabe auf; temporäre Layer und Shapefiles enthalten nur Polygone.</numerusform>
            <numerusform>{layer}: {count} Objekte sind Sammlungen von Polygonen und anderen Formen, von denen die Polygone zählen (Objektkennungen {ids}). Ein GeoPackage nimmt sie ganz in die Ausgabe auf; temporäre Layer und Shapefiles enthalten nur Polygone.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/space.py"/>
        <source>The reference system {crs} states no positions on the earth and no plane with a unit of length. Reproject the layer, e.g. to a national grid.</source>
        <translation>Das Bezugssystem {crs} gibt weder Lagen auf der Erde noch eine Ebene mit einer Längeneinheit an. Reprojizieren Sie den Layer, z. B. in ein Landeskoordinatensystem.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/space.py"/>
        <source>{layer}: nothing leads from its reference system {source} to {target}: a local system has no place on the earth. Give all layers in one system.</source>
        <translation>{layer}: Vom Bezugssystem {source} des Layers führt nichts zu {target}: Ein lokales System hat keinen Platz auf der Erde. Geben Sie alle Layer in einem System an.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/space.py"/>
        <source>{layer}: coordinates do not fit the reference system {crs} that the layer states. Assign the right one (layer properties, Source).</source>
        <translation>{layer}: Koordinaten passen nicht zum Bezugssystem {crs}, das der Layer angibt. Weisen Sie das richtige zu (Layereigenschaften, Quelle).</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/space.py"/>
        <source>{layer}: feature {feature} has vertices without a place in the reference system {target} of the areas. If the layer's own system ({source}) is not that of its coordinates, assign the right one (layer properties, Source); else clip the layer to the surroundings of the areas.</source>
        <translation>{layer}: Objekt {feature} hat Stützpunkte, die im Bezugssystem {target} der Gebiete keinen Ort haben. Wenn das Bezugssystem des Layers ({source}) nicht das seiner Koordinaten ist, weisen Sie das richtige zu (Layereigenschaften, Quelle); sonst schneiden Sie den Layer auf die Umgebung der Gebiete zu.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/units.py"/>
        <source>{layer} holds no feature with a geometry. Check the layer, its filter, and whether only selected features are used.</source>
        <translation>{layer} enthält kein Objekt mit einer Geometrie. Prüfen Sie den Layer, seinen Filter und ob nur gewählte Objekte verwendet werden.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/units.py"/>
        <source>{layer} holds points, but territories of connected areas are made of polygons. Choose a layer of areas, or group points with “Cluster customers”.</source>
        <translation>{layer} enthält Punkte, aber Gebiete aus zusammenhängenden Flächen bestehen aus Polygonen. Wählen Sie einen Flächenlayer oder gruppieren Sie Punkte mit „Kunden zu Kundenstämmen gruppieren“.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/parameters.py"/>
        <source>Weight, e.g. potential (each counts 1 if empty)</source>
        <translation>Gewicht, z. B. Potenzial (leer: jedes Objekt zählt 1)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/parameters.py"/>
        <source>The same seed gives the same result again.</source>
        <translation>Derselbe Startwert ergibt wieder dasselbe Ergebnis.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/candidates.py"/>
        <source>“Cost matrix” (COST_MATRIX) has rows from no area of {layer}. Its origins must be the candidates; choose as “Field that identifies an area” (AREA_ID_FIELD) the field that identified them.</source>
        <translation>„Kostenmatrix“ (COST_MATRIX) hat von keiner Fläche in {layer} Zeilen. Ihre Starts müssen die Kandidaten sein; wählen Sie als „Feld, das eine Fläche kennzeichnet“ (AREA_ID_FIELD) das Feld, das sie kennzeichnete.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/candidates.py"/>
        <source>“Areas in which a home may be” (CANDIDATES) is true for none of the {count} features of {layer}: {text}. Correct the expression.</source>
        <translation>„Flächen, in denen ein Standort liegen darf“ (CANDIDATES) ist für keines der {count} Objekte in {layer} wahr: {text}. Korrigieren Sie den Ausdruck.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/candidates.py"/>
        <location filename="../processing_provider/inputs/people/homes.py"/>
        <source>Travel cost is taken from the cost matrix ({unit}).</source>
        <translation>Fahrtkosten kommen aus der Kostenmatrix ({unit}).</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/candidates.py"/>
        <source>“Areas in which a home may be” (CANDIDATES) chooses among the features of {layer}, “Layer of candidates” (CANDIDATE_LAYER) brings others. Give one of the two.</source>
        <translation>„Flächen, in denen ein Standort liegen darf“ (CANDIDATES) wählt unter den Objekten von {layer}, „Layer der Kandidaten“ (CANDIDATE_LAYER) bringt andere. Geben Sie eines von beiden an.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/homes.py"/>
        <source>The cost matrix does not name the representatives; their trips begin in the area in which each one lives.</source>
        <translation>Die Kostenmatrix nennt die Vertreter nicht; ihre Fahrten beginnen in der Fläche, in der jeder wohnt.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/people/homes.py"/>
        <source>{count:,} of {size:,} pairs in the cost matrix have no route (NULL cost).</source>
        <extracomment>For exactly one: {count:,} of {size:,} pairs in the cost matrix has no route (NULL cost).</extracomment>
        <translation>
            <numerusform>{count:,} von {size:,} Paaren in der Kostenmatrix hat keine Route (Kosten NULL).</numerusform>
            <numerusform>{count:,} von {size:,} Paaren in der Kostenmatrix haben keine Route (Kosten NULL).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/people/new_names.py"/>
        <source>{count} territories more than there are representatives need new names, but the field that names them, {parameter}, holds values of the type {type}. Choose a field of texts or whole numbers.</source>
        <extracomment>For exactly one: {count} territory more than there are representatives needs a new name, but the field that names them, {parameter}, holds values of the type {type}. Choose a field of texts or whole numbers.</extracomment>
        <translation>
            <numerusform>{count} Gebiet mehr, als es Vertreter gibt, braucht einen neuen Namen, aber das Feld, das sie benennt, {parameter}, enthält Werte des Typs {type}. Wählen Sie ein Feld mit Texten oder ganzen Zahlen.</numerusform>
            <numerusform>{count} Gebiete mehr, als es Vertreter gibt, brauchen neue Namen, aber das Feld, das sie benennt, {parameter}, enthält Werte des Typs {type}. Wählen Sie ein Feld mit Texten oder ganzen Zahlen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Field with the names of the representatives</source>
        <translation>Feld mit den Namen der Vertreter</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Reports, legends, labels and map tips then name territories by it, e.g. “Berlin” instead of 8568. The tables keep the ids.</source>
        <translation>Berichte, Legenden, Beschriftungen und Kartenhinweise nennen die Gebiete dann so, z. B. „Berlin“ statt 8568. Die Tabellen behalten die IDs.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Areas in which a home may be (empty: all)</source>
        <translation>Flächen, in denen ein Standort liegen darf (leer: alle)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>An expression that is true for the areas that may be home, e.g. the larger towns.</source>
        <translation>Ein Ausdruck, der für die Flächen wahr ist, in denen ein Standort liegen darf, z. B. die größeren Städte.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Layer of candidates (empty: areas of the input)</source>
        <translation>Layer der Kandidaten (leer: Flächen der Eingabe)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Places where a home may be, e.g. towns or sites, in place of the areas.</source>
        <translation>Orte, an denen ein Standort liegen darf, z. B. Städte oder Grundstücke, anstelle der Flächen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Potential of the district that a home would stand for, e.g. of a county for its capital. Without it a candidate has the weight of all places that are nearest to it.</source>
        <translation>Potenzial des Bezirks, für den ein Standort stünde, z. B. eines Landkreises für seine Kreisstadt. Ohne dieses hat ein Kandidat das Gewicht aller Orte, die ihm am nächsten liegen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Candidate id in that layer (empty: feature ids)</source>
        <translation>ID der Kandidaten in diesem Layer (leer: Objektkennungen)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Field whose value names a home in the results and, with a cost matrix, its origins.</source>
        <translation>Feld, dessen Wert einen Standort in den Ergebnissen benennt und, mit einer Kostenmatrix, deren Starts.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Candidate name in that layer</source>
        <translation>Name der Kandidaten in diesem Layer</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>What labels, messages and results call a home of that layer.</source>
        <translation>Wie Beschriftungen, Meldungen und Ergebnisse einen Standort aus diesem Layer nennen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Potential of a candidate's district</source>
        <translation>Potenzial des Bezirks eines Kandidaten</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Potential of a candidate's district in that layer</source>
        <translation>Potenzial des Bezirks eines Kandidaten in diesem Layer</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/representatives.py"/>
        <source>“Share of each representative” (TARGET_FIELD)</source>
        <translation>„Anteil jedes Vertreters“ (TARGET_FIELD)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/representatives.py"/>
        <source>“Share of each representative” (TARGET_FIELD) '{field}' must be a number above 0 for every representative; it is not for {ids}. Leave out representatives who get no territory.</source>
        <translation>„Anteil jedes Vertreters“ (TARGET_FIELD) '{field}' muss für jeden Vertreter eine Zahl über 0 sein; für {ids} ist es das nicht. Lassen Sie Vertreter weg, die kein Gebiet bekommen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/representatives.py"/>
        <source>“Field that says who stays” (FIXED_FIELD)</source>
        <translation>„Feld, das sagt, wer bleibt“ (FIXED_FIELD)</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/people/representatives.py"/>
        <source>“Field that says who stays” (FIXED_FIELD) '{field}' is neither true nor false for {count} representatives ({ids}). Write true or false, 1 or 0, or leave it empty.</source>
        <extracomment>For exactly one: “Field that says who stays” (FIXED_FIELD) '{field}' is neither true nor false for {count} representative ({ids}). Write true or false, 1 or 0, or leave it empty.</extracomment>
        <translation>
            <numerusform>„Feld, das sagt, wer bleibt“ (FIXED_FIELD) '{field}' ist bei {count} Vertreter ({ids}) weder wahr noch falsch. Schreiben Sie true oder false, 1 oder 0, oder lassen Sie es leer.</numerusform>
            <numerusform>„Feld, das sagt, wer bleibt“ (FIXED_FIELD) '{field}' ist bei {count} Vertretern ({ids}) weder wahr noch falsch. Schreiben Sie true oder false, 1 oder 0, oder lassen Sie es leer.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/representatives.py"/>
        <source>{layer} holds no representative. Add at least one point.</source>
        <translation>{layer} enthält keinen Vertreter. Fügen Sie mindestens einen Punkt hinzu.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/people/representatives.py"/>
        <source>{layer}: {count} representatives have no geometry (feature ids {ids}). Give each one a place, or select only those that have one.</source>
        <extracomment>For exactly one: {layer}: {count} representative has no geometry (feature id {ids}). Give each one a place, or select only those that have one.</extracomment>
        <translation>
            <numerusform>{layer}: {count} Vertreter hat keine Geometrie (Objektkennung {ids}). Geben Sie jedem einen Ort oder wählen Sie nur die, die einen haben.</numerusform>
            <numerusform>{layer}: {count} Vertreter haben keine Geometrie (Objektkennungen {ids}). Geben Sie jedem einen Ort oder wählen Sie nur die, die einen haben.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/representatives.py"/>
        <source>“Field with the names of the representatives” (REP_NAME_FIELD)</source>
        <translation>„Feld mit den Namen der Vertreter“ (REP_NAME_FIELD)</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/people/representatives.py"/>
        <source>{count} representatives live outside every area ({names}); the nearest areas count as their homes.</source>
        <extracomment>For exactly one: {count} representative lives outside every area ({names}); the nearest area counts as the home.</extracomment>
        <translation>
            <numerusform>{count} Vertreter wohnt außerhalb aller Flächen ({names}); die nächste Fläche zählt als Standort.</numerusform>
            <numerusform>{count} Vertreter wohnen außerhalb aller Flächen ({names}); die nächsten Flächen zählen als ihre Standorte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/people/representatives.py"/>
        <source>{count} representatives live in the same area as another one and yield: the nearest other areas count as their homes ({pairs}).</source>
        <extracomment>For exactly one: {count} representative lives in the same area as another one and yields: the nearest other area counts as the home ({pairs}).</extracomment>
        <translation>
            <numerusform>{count} Vertreter wohnt in derselben Fläche wie ein anderer und weicht aus: Die nächste andere Fläche zählt als Standort ({pairs}).</numerusform>
            <numerusform>{count} Vertreter wohnen in derselben Fläche wie ein anderer und weichen aus: Die nächsten anderen Flächen zählen als ihre Standorte ({pairs}).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/alignment.py"/>
        <source>“Alignment file” (FILE) '{path}' cannot be read: {reason}. Choose another file.</source>
        <translation>„Zuordnungsdatei“ (FILE) '{path}' ist nicht lesbar: {reason}. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/cost_pairs.py"/>
        <source>Travel on a road network needs the roads: choose “Road network” (NETWORK).</source>
        <translation>Der Fahrweg auf einem Straßennetz braucht die Straßen: Wählen Sie „Straßennetz“ (NETWORK).</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Polygons, such as municipalities or postcode areas.</source>
        <translation>Polygone wie Gemeinden oder Postleitzahlgebiete.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Field that identifies an area</source>
        <translation>Feld, das eine Fläche kennzeichnet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Its values name the areas in from_id and to_id. Empty: feature ids.</source>
        <translation>Seine Werte nennen die Flächen in from_id und to_id. Leer: Objektkennungen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Adjacency</source>
        <translation>Nachbarschaft</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>One line per pair of neighbours: from_id, to_id, border_m (m) and kind (border, corner, bridge or manual).</source>
        <translation>Eine Linie je Nachbarpaar: from_id, to_id, border_m (m) und kind (border: Grenze, corner: Ecke, bridge: Brücke oder manual: von Hand).</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Points, or polygons that count at their centroids.</source>
        <translation>Punkte, oder Polygone, die an ihrem Schwerpunkt zählen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Its values name the places in the table. Empty: feature ids.</source>
        <translation>Seine Werte nennen die Orte in der Tabelle. Leer: Objektkennungen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <location filename="../processing_provider/outputs/prepare/travel_table.py"/>
        <location filename="../processing_provider/runs/costmatrix.py"/>
        <source>Origins</source>
        <translation>Starts</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Field that identifies an origin</source>
        <translation>Feld, das einen Start kennzeichnet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <location filename="../processing_provider/outputs/prepare/travel_table.py"/>
        <location filename="../processing_provider/runs/costmatrix.py"/>
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Field that identifies a destination</source>
        <translation>Feld, das ein Ziel kennzeichnet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Travel</source>
        <translation>Fahrweg</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>in a straight line</source>
        <translation>in gerader Linie</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>on a road network</source>
        <translation>auf einem Straßennetz</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>A straight line on the ellipsoid, or the fastest route on “Road network”.</source>
        <translation>Eine gerade Linie auf dem Ellipsoid oder die schnellste Route auf dem „Straßennetz“.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Places farther from any road cannot be reached. Empty: no limit.</source>
        <translation>Orte, die weiter von jeder Straße entfernt sind, sind nicht zu erreichen. Leer: keine Grenze.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <location filename="../ui/workbench/plan_values.py"/>
        <source>Cost matrix</source>
        <translation>Kostenmatrix</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>One row per pair: origin, destination, distance_m (metres), time_s (seconds).</source>
        <translation>Eine Zeile je Paar: origin (Start), destination (Ziel), distance_m (Meter), time_s (Sekunden).</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Polygons or points that get their territory from the file.</source>
        <translation>Polygone oder Punkte, die ihr Gebiet aus der Datei bekommen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Field that identifies an area or customer</source>
        <translation>Feld, das eine Fläche oder einen Kunden kennzeichnet</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Its values stand in the first column of the file. Each is there once.</source>
        <translation>Seine Werte stehen in der ersten Spalte der Datei. Jeder kommt einmal vor.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Alignment file</source>
        <translation>Zuordnungsdatei</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Text files (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>Textdateien (*.csv *.txt *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>A CSV file with area_id,territory and, if you like, locked (1 or 0), with or without a header line. Comma, semicolon, tab and bar divide values. Ids are texts: zeros in front of a number stay.</source>
        <translation>Eine CSV-Datei mit area_id,territory und auf Wunsch locked (1 oder 0), mit oder ohne Kopfzeile. Komma, Semikolon, Tabulator und senkrechter Strich trennen Werte. IDs sind Texte: Nullen vor einer Zahl bleiben.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>The input with the territory and, where the file says so, what is locked.</source>
        <translation>Die Eingabe mit dem Gebiet und, wo die Datei es sagt, dem, was fixiert ist.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield.py"/>
        <source>“Number of centres” (COUNT_MIN) is {least} and “Maximum number of centres” (COUNT_MAX) is {most}: give a range of at least 1 centre that does not end before it begins.</source>
        <translation>„Anzahl der Zentren“ (COUNT_MIN) ist {least} und „Maximale Anzahl der Zentren“ (COUNT_MAX) ist {most}: Geben Sie einen Bereich von mindestens 1 Zentrum an, der nicht endet, bevor er beginnt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield.py"/>
        <source>“Allocation to start from” (INITIAL_FIELD) '{field}' is NULL everywhere: there is no allocation to start from.</source>
        <translation>„Ausgangszuteilung“ (INITIAL_FIELD) '{field}' ist überall NULL: Es gibt keine Zuteilung, mit der zu beginnen wäre.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield.py"/>
        <source>“Allocation to start from” (INITIAL_FIELD) '{field}' holds {groups} groups, but {least} centres are asked for. Set the number of centres to {groups}, or leave the field out.</source>
        <translation>„Ausgangszuteilung“ (INITIAL_FIELD) '{field}' enthält {groups} Gruppen, verlangt sind aber {least} Zentren. Setzen Sie die Anzahl der Zentren auf {groups} oder lassen Sie das Feld weg.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield.py"/>
        <source>“Allocation to start from” (INITIAL_FIELD) '{field}' holds {groups} groups, but {least} to {most} centres are asked for. Let the numbers of centres include {groups}, or leave the field out.</source>
        <translation>„Ausgangszuteilung“ (INITIAL_FIELD) '{field}' enthält {groups} Gruppen, verlangt sind aber {least} bis {most} Zentren. Lassen Sie die Anzahlen der Zentren {groups} einschließen oder lassen Sie das Feld weg.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield.py"/>
        <source>“Allocation to start from” (INITIAL_FIELD) '{field}' holds {groups} groups, but {existing} centres exist already and stay: no centre is left to be placed from it. Leave the field out, or ask for more centres than exist, with as many groups.</source>
        <translation>„Ausgangszuteilung“ (INITIAL_FIELD) '{field}' enthält {groups} Gruppen, aber {existing} Zentren bestehen schon und bleiben: Es bleibt kein Zentrum, das daraus zu setzen wäre. Lassen Sie das Feld weg oder verlangen Sie mehr Zentren, als bestehen, bei ebenso vielen Gruppen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield.py"/>
        <source>“Allocation to start from”: '{field}' holds {groups} groups: it is one of the starts for {groups} centres, and for no other number.</source>
        <translation>„Ausgangszuteilung“: '{field}' enthält {groups} Gruppen: Es ist einer der Starts für {groups} Zentren, und für keine andere Anzahl.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Points, or polygons that count at a point on their surface.</source>
        <translation>Punkte, oder Polygone, die an einem Punkt auf ihrer Oberfläche zählen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Demand (empty: each counts 1)</source>
        <translation>Nachfrage (leer: jeder zählt 1)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>What each customer receives: its weight in the total of demand × distance.</source>
        <translation>Was jeder Kunde bekommt: sein Gewicht in der Summe von Nachfrage × Entfernung.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Number of centres</source>
        <translation>Anzahl der Zentren</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Existing centres are counted among them.</source>
        <translation>Bestehende Zentren zählen mit.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Maximum number of centres (empty: only the number above)</source>
        <translation>Maximale Anzahl der Zentren (leer: nur die Anzahl oben)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Every number between the two is tried, and one of them is recommended.</source>
        <translation>Jede Anzahl zwischen den beiden wird versucht, und eine davon wird empfohlen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Customers per centre: ± range around the mean (%; empty: no bound)</source>
        <translation>Kunden je Zentrum: ± Spanne um den Mittelwert (%; leer: keine Schranke)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>With 188 customers and 9 centres, 20 % allows 16 to 25 customers each.</source>
        <translation>Bei 188 Kunden und 9 Zentren lassen 20 % je 16 bis 25 Kunden zu.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Existing centres that stay</source>
        <translation>Bestehende Zentren, die bleiben</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Sites that exist already: they are not moved, new ones are added to them.</source>
        <translation>Standorte, die es schon gibt: Sie werden nicht verlegt, neue kommen zu ihnen hinzu.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Holds for every centre.</source>
        <translation>Gilt für jedes Zentrum.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Minimum customers per centre</source>
        <translation>Mindestzahl der Kunden je Zentrum</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Maximum customers per centre</source>
        <translation>Höchstzahl der Kunden je Zentrum</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Minimum demand per centre</source>
        <translation>Mindestnachfrage je Zentrum</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Maximum demand per centre</source>
        <translation>Höchstnachfrage je Zentrum</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Position of a centre</source>
        <translation>Lage eines Zentrums</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>demand-weighted mean of its customers</source>
        <translation>mit der Nachfrage gewichtetes Mittel seiner Kunden</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>plain mean of its customers</source>
        <translation>einfaches Mittel seiner Kunden</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>point with the least weighted distance (median)</source>
        <translation>Punkt mit der kleinsten gewichteten Entfernung (Median)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>The mean is the centre of gravity; the median has the least travel.</source>
        <translation>Das Mittel ist der Schwerpunkt; der Median hat den kleinsten Fahrweg.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Customer id (empty: feature ids)</source>
        <translation>ID der Kunden (leer: Objektkennungen)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>What flows and messages call a customer.</source>
        <translation>Wie Ströme und Meldungen einen Kunden nennen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>What flows and messages call a customer besides its id.</source>
        <translation>Wie Ströme und Meldungen einen Kunden neben seiner ID nennen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Name of an existing centre</source>
        <translation>Name eines bestehenden Zentrums</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>What labels, results and messages call it.</source>
        <translation>Wie Beschriftungen, Ergebnisse und Meldungen es nennen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>A field of the existing centres; where it is empty, the rule of all centres holds.</source>
        <translation>Ein Feld der bestehenden Zentren; wo es leer ist, gilt die Regel aller Zentren.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Minimum customers of an existing centre</source>
        <translation>Mindestzahl der Kunden eines bestehenden Zentrums</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Maximum customers of an existing centre</source>
        <translation>Höchstzahl der Kunden eines bestehenden Zentrums</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Capacity of an existing centre (maximum demand)</source>
        <translation>Kapazität eines bestehenden Zentrums (Höchstnachfrage)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Maximum distance to an existing centre (m)</source>
        <translation>Maximale Entfernung zu einem bestehenden Zentrum (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Cost of one centre (money, or demand × m without a cost of transport)</source>
        <translation>Kosten eines Zentrums (Geld, oder Nachfrage × m ohne Transportkosten)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>The number of centres with the least total cost is recommended (0: none).</source>
        <translation>Die Anzahl der Zentren mit den geringsten Gesamtkosten wird empfohlen (0: keine).</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Cost of transport per unit of demand and km (money)</source>
        <translation>Transportkosten je Einheit der Nachfrage und km (Geld)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>With it the total cost is money: centres, and demand × distance.</source>
        <translation>Damit sind die Gesamtkosten Geld: Zentren sowie Nachfrage × Entfernung.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Minimum saving by a further centre (% of the travel with one centre)</source>
        <translation>Mindestersparnis durch ein weiteres Zentrum (% des Fahrwegs mit einem Zentrum)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Without costs the smallest number of centres is recommended beyond which a further one saves less than this.</source>
        <translation>Ohne Kosten wird die kleinste Anzahl von Zentren empfohlen, ab der ein weiteres weniger spart als dies.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Allocation to start from</source>
        <translation>Ausgangszuteilung</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>One more start, for as many centres as the field holds different values.</source>
        <translation>Ein weiterer Start, für so viele Zentren, wie das Feld verschiedene Werte enthält.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>More starts take longer and find better centres.</source>
        <translation>Mehr Starts dauern länger und finden bessere Zentren.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>The same seed gives the same centres again.</source>
        <translation>Derselbe Startwert ergibt wieder dieselben Zentren.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Points with customers, demand and distances of each centre.</source>
        <translation>Punkte mit Kunden, Nachfrage und Entfernungen jedes Zentrums.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Customers by centre</source>
        <translation>Kunden nach Zentrum</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>The customers with their centre and the distance to it.</source>
        <translation>Die Kunden mit ihrem Zentrum und der Entfernung dorthin.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Flows</source>
        <translation>Ströme</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>A line from each centre to each of its customers.</source>
        <translation>Eine Linie von jedem Zentrum zu jedem seiner Kunden.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>A table of all rounds of all starts.</source>
        <translation>Eine Tabelle aller Runden aller Starts.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Centres by iteration</source>
        <translation>Zentren nach Iteration</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Where the centres were in each round of the start that won.</source>
        <translation>Wo die Zentren in jeder Runde des Starts lagen, der gewonnen hat.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>A table of the numbers of centres that were tried.</source>
        <translation>Eine Tabelle der versuchten Anzahlen von Zentren.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/site/resite_case.py"/>
        <source>{count} areas have no territory in '{field}'; they are left out.</source>
        <extracomment>For exactly one: {count} area has no territory in '{field}'; it is left out.</extracomment>
        <translation>
            <numerusform>{count} Fläche hat kein Gebiet in '{field}'; sie wird weggelassen.</numerusform>
            <numerusform>{count} Flächen haben kein Gebiet in '{field}'; sie werden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_case.py"/>
        <source>“Field with the territory before” (BEFORE_FIELD) needs to know where trips began: give the current homes (REPS), or leave the field empty.</source>
        <translation>„Feld mit dem Gebiet vorher“ (BEFORE_FIELD) setzt voraus, dass bekannt ist, wo Fahrten begannen: Geben Sie die aktuellen Standorte (REPS) an oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>Polygons or points with the territory to which each one belongs.</source>
        <translation>Polygone oder Punkte mit dem Gebiet, zu dem jedes gehört.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>The plan for which homes are sought. Areas without a value are left out.</source>
        <translation>Der Plan, für den Standorte gesucht werden. Flächen ohne Wert werden weggelassen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>How often an area is visited, or what it is worth; 0 is not visited.</source>
        <translation>Wie oft eine Fläche besucht wird oder was sie wert ist; 0 wird nicht besucht.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>Expression that is true for areas in which somebody may live.</source>
        <translation>Ausdruck, der für Flächen wahr ist, in denen jemand wohnen darf.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>Current homes</source>
        <translation>Aktuelle Standorte</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>One point per representative; the territories' names are their ids. Travel before counts from there.</source>
        <translation>Ein Punkt je Vertreter; die Namen der Gebiete sind ihre IDs. Der Fahrweg vorher zählt von dort.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>Field of the current homes that names the territory</source>
        <translation>Feld der aktuellen Standorte, das das Gebiet benennt</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>1, 2, … if it is empty.</source>
        <translation>1, 2, …, wenn es leer ist.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>The plan with which travel is compared, such as “territory_before”. Empty: every area is served by the nearest current home.</source>
        <translation>Der Plan, mit dem der Fahrweg verglichen wird, etwa „territory_before“. Leer: Jede Fläche wird vom nächsten aktuellen Standort bedient.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Homes</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>One point per territory, with travel before and after.</source>
        <translation>Ein Punkt je Gebiet, mit dem Fahrweg vorher und nachher.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Areas or customers to be served</source>
        <translation>Flächen oder Kunden, die zu bedienen sind</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Points, or polygons that count at their centroid.</source>
        <translation>Punkte, oder Polygone, die an ihrem Schwerpunkt zählen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>How much each place counts: its potential, and its weight in the total cost.</source>
        <translation>Wie viel jeder Ort zählt: sein Potenzial und sein Gewicht in den Gesamtkosten.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Number of representatives</source>
        <translation>Anzahl der Vertreter</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>How many homes to choose.</source>
        <translation>Wie viele Standorte zu wählen sind.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>natural-breaks classes</source>
        <translation>Klassen nach natürlichen Grenzen</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>genetic search</source>
        <translation>genetische Suche</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>P-median gives the least total cost; the others are those of the literature.</source>
        <translation>Der p-Median ergibt die geringsten Gesamtkosten; die anderen sind die der Literatur.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Name of an area or customer</source>
        <translation>Name einer Fläche oder eines Kunden</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>What labels, messages and results call a place, e.g. Schwetzingen instead of 45.</source>
        <translation>Wie Beschriftungen, Meldungen und Ergebnisse einen Ort nennen, z. B. Schwetzingen statt 45.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Number of trips (empty: the weight)</source>
        <translation>Anzahl der Fahrten (leer: das Gewicht)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>How often each place is visited: its weight in sums and means of travel.</source>
        <translation>Wie oft jeder Ort besucht wird: sein Gewicht in Summen und Mitteln des Fahrwegs.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Maximum weight per home (p-median only)</source>
        <translation>Höchstgewicht je Standort (nur p-Median)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>No home serves more than this; each place is served whole by one home.</source>
        <translation>Kein Standort bedient mehr; jeder Ort wird ganz von einem Standort bedient.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Number of natural-breaks classes</source>
        <translation>Anzahl der Klassen nach natürlichen Grenzen</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Classes of potential from which homes are drawn, and which the results show.</source>
        <translation>Klassen des Potenzials, aus denen Standorte gezogen werden und die die Ergebnisse zeigen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: what is made small</source>
        <translation>Genetische Suche: was klein gemacht wird</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>travel from each place to the nearest home</source>
        <translation>Fahrweg von jedem Ort zum nächsten Standort</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>travel from every home to every place (total accessibility)</source>
        <translation>Fahrweg von jedem Standort zu jedem Ort (gesamte Erreichbarkeit)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>The first spreads the homes; the second, equation 1 of Sharifi Noorian and Murphy (2017), puts them side by side in the most accessible region.</source>
        <translation>Das erste verteilt die Standorte; das zweite, Gleichung 1 von Sharifi Noorian und Murphy (2017), setzt sie nebeneinander in die am besten erreichbare Region.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: population</source>
        <translation>Genetische Suche: Population</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Number of choices in a generation.</source>
        <translation>Anzahl der Auswahlen in einer Generation.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: elitism (%)</source>
        <translation>Genetische Suche: Elite (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Share of the best choices that go on unchanged.</source>
        <translation>Anteil der besten Auswahlen, die unverändert weitergehen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: tournament size</source>
        <translation>Genetische Suche: Turniergröße</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Number of choices among which a parent is picked.</source>
        <translation>Anzahl der Auswahlen, unter denen ein Elternteil gewählt wird.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Rates adapt between the two: poor parents are changed more than good ones.</source>
        <translation>Die Raten passen sich zwischen beiden an: Schlechte Eltern werden stärker verändert als gute.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: minimum crossover rate</source>
        <translation>Genetische Suche: minimale Kreuzungsrate</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: maximum crossover rate</source>
        <translation>Genetische Suche: maximale Kreuzungsrate</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: minimum mutation rate</source>
        <translation>Genetische Suche: minimale Mutationsrate</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: maximum mutation rate</source>
        <translation>Genetische Suche: maximale Mutationsrate</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: maximum number of generations</source>
        <translation>Genetische Suche: maximale Anzahl der Generationen</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>The search ends after this number of generations.</source>
        <translation>Die Suche endet nach so vielen Generationen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: generations without progress</source>
        <translation>Genetische Suche: Generationen ohne Fortschritt</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>The search ends after this number of generations without a better choice.</source>
        <translation>Die Suche endet nach so vielen Generationen ohne bessere Auswahl.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>The same seed gives the same homes again.</source>
        <translation>Derselbe Startwert ergibt wieder dieselben Standorte.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Points with potential, class and what each home serves.</source>
        <translation>Punkte mit Potenzial, Klasse und dem, was jeder Standort bedient.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Areas by home</source>
        <translation>Flächen nach Standort</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>The input with the home of each place and the trip from there.</source>
        <translation>Die Eingabe mit dem Standort jedes Ortes und der Fahrt von dort.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Candidates by potential</source>
        <translation>Kandidaten nach Potenzial</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>All candidates with potential, class and accessibility, poor to rich.</source>
        <translation>Alle Kandidaten mit Potenzial, Klasse und Erreichbarkeit, von arm bis reich.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Classes of potential</source>
        <translation>Klassen des Potenzials</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>A table of the natural-breaks classes with their candidates and homes.</source>
        <translation>Eine Tabelle der Klassen nach natürlichen Grenzen mit ihren Kandidaten und Standorten.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>A travel table as “Travel cost matrix” writes it (origin, destination, distance_m, time_s), or of ORS Tools, QNEAT3, Valhalla, pgRouting, OSRM, r5, Esri or QGIS's distance matrix. Empty: straight lines.</source>
        <translation>Eine Fahrtentabelle, wie „Kostenmatrix der Fahrten“ sie schreibt (origin, destination, distance_m, time_s), oder von ORS Tools, QNEAT3, Valhalla, pgRouting, OSRM, r5, Esri oder der Distanzmatrix von QGIS. Leer: gerade Linien.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>Unit of the cost matrix</source>
        <translation>Einheit der Kostenmatrix</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>metres</source>
        <translation>Meter</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>kilometres</source>
        <translation>Kilometer</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <location filename="../processing_provider/reports/charts.py"/>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>Unit of a column whose name does not tell it, e.g. total_cost; a unit that is part of a name stands.</source>
        <translation>Einheit einer Spalte, deren Name sie nicht verrät, z. B. total_cost; eine Einheit, die Teil eines Namens ist, gilt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>Its values are the ids of the areas in the cost matrix and in the edited adjacency layer. Empty: feature ids.</source>
        <translation>Seine Werte sind die IDs der Flächen in der Kostenmatrix und im bearbeiteten Nachbarschaftslayer. Leer: Objektkennungen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>Trips</source>
        <translation>Fahrten</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>in proportion to the weight</source>
        <translation>im Verhältnis zum Gewicht</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>one to each area that has weight</source>
        <translation>eine zu jeder Fläche, die Gewicht hat</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>How often areas are visited: what counts in mean trips and short travel.</source>
        <translation>Wie oft Flächen besucht werden: was in mittleren Fahrten und kurzen Fahrwegen zählt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>Field with the number of trips (empty: as “Trips” says)</source>
        <translation>Feld mit der Anzahl der Fahrten (leer: wie „Fahrten“ sagt)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>E.g. visits per year. Areas with 0 are not visited.</source>
        <translation>Z. B. Besuche je Jahr. Flächen mit 0 werden nicht besucht.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Road network</source>
        <translation>Straßennetz</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Lines that connect wherever they share a vertex. Needed for travel on roads.</source>
        <translation>Linien, die verbunden sind, wo sie einen Stützpunkt teilen. Nötig für den Fahrweg auf Straßen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Speed field (km/h)</source>
        <translation>Geschwindigkeitsfeld (km/h)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Numbers, or texts such as “50” or “30 mph”.</source>
        <translation>Zahlen oder Texte wie „50“ oder „30 mph“.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Default speed (km/h)</source>
        <translation>Vorgabegeschwindigkeit (km/h)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>For roads without a usable speed, and for straight lines.</source>
        <translation>Für Straßen ohne brauchbare Geschwindigkeit und für gerade Linien.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Direction field</source>
        <translation>Richtungsfeld</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Tells one-way roads by the three values below.</source>
        <translation>Bezeichnet Einbahnstraßen durch die drei Werte darunter.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Default direction</source>
        <translation>Vorgaberichtung</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Forward direction</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Backward direction</source>
        <translation>Rückwärts</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Both directions</source>
        <translation>Beide Richtungen</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Of roads that carry none of the three values.</source>
        <translation>Für Straßen, die keinen der drei Werte tragen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Topology tolerance (m)</source>
        <translation>Topologietoleranz (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Ends of roads that are this close to each other are joined.</source>
        <translation>Enden von Straßen, die einander so nahe sind, werden verbunden.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Value for forward direction</source>
        <translation>Wert für Vorwärtsrichtung</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Roads that may be used only from their first vertex to their last.</source>
        <translation>Straßen, die nur vom ersten zum letzten Stützpunkt befahren werden dürfen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Value for backward direction</source>
        <translation>Wert für Rückwärtsrichtung</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Roads that may be used only from their last vertex to their first.</source>
        <translation>Straßen, die nur vom letzten zum ersten Stützpunkt befahren werden dürfen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Value for both directions</source>
        <translation>Wert für beide Richtungen</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Roads that may be used both ways.</source>
        <translation>Straßen, die in beiden Richtungen befahren werden dürfen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_settings.py"/>
        <source>“Default speed” (DEFAULT_SPEED) is {speed:g} km/h; it must be above 0.</source>
        <translation>„Vorgabegeschwindigkeit“ (DEFAULT_SPEED) ist {speed:g} km/h; sie muss über 0 liegen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_settings.py"/>
        <source>The direction value '{value}' stands for two directions. Give each of the three “Value for … direction” (VALUE_FORWARD, VALUE_BACKWARD, VALUE_BOTH) a value of its own.</source>
        <translation>Der Richtungswert '{value}' steht für zwei Richtungen. Geben Sie jedem der drei „Wert für …“ (VALUE_FORWARD, VALUE_BACKWARD, VALUE_BOTH) einen eigenen Wert.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_settings.py"/>
        <source>“Direction field” (DIRECTION_FIELD) is given, but none of its values: fill in “Value for forward direction” (VALUE_FORWARD), “… backward direction” (VALUE_BACKWARD) or “… both directions” (VALUE_BOTH).</source>
        <translation>„Richtungsfeld“ (DIRECTION_FIELD) ist angegeben, aber keiner seiner Werte: Füllen Sie „Wert für Vorwärtsrichtung“ (VALUE_FORWARD), „Wert für Rückwärtsrichtung“ (VALUE_BACKWARD) oder „Wert für beide Richtungen“ (VALUE_BOTH) aus.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_settings.py"/>
        <source>Direction values are given ({values}), but no “Direction field” (DIRECTION_FIELD) that holds them. Choose the field, or clear the values.</source>
        <translation>Richtungswerte sind angegeben ({values}), aber kein „Richtungsfeld“ (DIRECTION_FIELD), das sie enthält. Wählen Sie das Feld oder leeren Sie die Werte.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/travel/roads.py"/>
        <source>Road network: {count} features without a line are left out (feature ids {ids}).</source>
        <extracomment>For exactly one: Road network: {count} feature without a line is left out (feature id {ids}).</extracomment>
        <translation>
            <numerusform>Straßennetz: {count} Objekt ohne Linie wird weggelassen (Objektkennung {ids}).</numerusform>
            <numerusform>Straßennetz: {count} Objekte ohne Linie werden weggelassen (Objektkennungen {ids}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/travel/roads.py"/>
        <source>Road network: {count} roads have no usable speed and get the default of {speed:g} km/h (feature ids {ids}).</source>
        <extracomment>For exactly one: Road network: {count} road has no usable speed and gets the default of {speed:g} km/h (feature id {ids}).</extracomment>
        <translation>
            <numerusform>Straßennetz: {count} Straße hat keine brauchbare Geschwindigkeit und bekommt die Vorgabe von {speed:g} km/h (Objektkennung {ids}).</numerusform>
            <numerusform>Straßennetz: {count} Straßen haben keine brauchbare Geschwindigkeit und bekommen die Vorgabe von {speed:g} km/h (Objektkennungen {ids}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/travel/roads.py"/>
        <source>Road network: {count} roads carry none of the given direction values and get the default direction: {values}.</source>
        <extracomment>For exactly one: Road network: {count} road carries none of the given direction values and gets the default direction: {values}.</extracomment>
        <translation>
            <numerusform>Straßennetz: {count} Straße trägt keinen der angegebenen Richtungswerte und bekommt die Vorgaberichtung: {values}.</numerusform>
            <numerusform>Straßennetz: {count} Straßen tragen keinen der angegebenen Richtungswerte und bekommen die Vorgaberichtung: {values}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/roads.py"/>
        <source>“Road network” (NETWORK) holds no line. Check the layer, its filter, and whether only selected features are used.</source>
        <translation>„Straßennetz“ (NETWORK) enthält keine Linie. Prüfen Sie den Layer, seinen Filter und ob nur gewählte Objekte verwendet werden.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/travel/roads.py"/>
        <source>“Road network” (NETWORK): {count} vertices have no position on the earth (feature ids {ids}). Check the layer's coordinate reference system.</source>
        <extracomment>For exactly one: “Road network” (NETWORK): {count} vertex has no position on the earth (feature ids {ids}). Check the layer's coordinate reference system.</extracomment>
        <translation>
            <numerusform>„Straßennetz“ (NETWORK): {count} Stützpunkt hat keine Lage auf der Erde (Objektkennungen {ids}). Prüfen Sie das Koordinatenbezugssystem des Layers.</numerusform>
            <numerusform>„Straßennetz“ (NETWORK): {count} Stützpunkte haben keine Lage auf der Erde (Objektkennungen {ids}). Prüfen Sie das Koordinatenbezugssystem des Layers.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/table.py"/>
        <source>Columns of the travel table that are not used: {names}.</source>
        <translation>Spalten der Fahrtentabelle, die nicht verwendet werden: {names}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/table.py"/>
        <source>“Cost matrix” (COST_MATRIX)</source>
        <translation>„Kostenmatrix“ (COST_MATRIX)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/trip_counts.py"/>
        <source>“Field with the number of trips” (TRIPS_FIELD) '{field}' is 0 or NULL in every area. Choose another field, or leave it empty.</source>
        <translation>„Feld mit der Anzahl der Fahrten“ (TRIPS_FIELD) '{field}' ist in jeder Fläche 0 oder NULL. Wählen Sie ein anderes Feld oder lassen Sie es leer.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/case.py"/>
        <source>“What one representative can carry” (CAPACITY) is {capacity:g}; it must be above 0. Correct it, or leave it empty.</source>
        <translation>„Was ein Vertreter bewältigen kann“ (CAPACITY) ist {capacity:g}; es muss über 0 liegen. Korrigieren Sie es oder lassen Sie es leer.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/case.py"/>
        <source>“Start 1: the current plan” (TERRITORY_FIELD) has its number of territories: leave it empty, or leave empty “Start 3: number of territories” (COUNT), the minimum and maximum (COUNT_MIN, COUNT_MAX) and “What one representative can carry” (CAPACITY).</source>
        <translation>„Start 1: der aktuelle Plan“ (TERRITORY_FIELD) hat seine Anzahl von Gebieten: Lassen Sie ihn leer, oder lassen Sie „Start 3: Anzahl der Gebiete“ (COUNT), Minimum und Maximum (COUNT_MIN, COUNT_MAX) und „Was ein Vertreter bewältigen kann“ (CAPACITY) leer.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/case.py"/>
        <source>There is nothing to start from. Give one of these: “Start 1: the current plan” (TERRITORY_FIELD), “Start 2: representatives” (REPS), “Start 3: number of territories” (COUNT), the minimum and maximum number (COUNT_MIN, COUNT_MAX), or “What one representative can carry” (CAPACITY).</source>
        <translation>Es gibt nichts, womit zu beginnen wäre. Geben Sie eines davon an: „Start 1: der aktuelle Plan“ (TERRITORY_FIELD), „Start 2: Vertreter“ (REPS), „Start 3: Anzahl der Gebiete“ (COUNT), die minimale und maximale Anzahl (COUNT_MIN, COUNT_MAX) oder „Was ein Vertreter bewältigen kann“ (CAPACITY).</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/case.py"/>
        <source>“Minimum number of territories” (COUNT_MIN) and “Maximum number of territories” (COUNT_MAX) go together: give both, or a single number (COUNT).</source>
        <translation>„Minimale Anzahl der Gebiete“ (COUNT_MIN) und „Maximale Anzahl der Gebiete“ (COUNT_MAX) gehören zusammen: Geben Sie beide an oder eine einzelne Anzahl (COUNT).</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/case.py"/>
        <source>The numbers of territories from {first} to {last} (COUNT_MIN, COUNT_MAX) cannot be planned: the minimum must be at least {least} (one for each representative) and at most the maximum.</source>
        <translation>Die Anzahlen der Gebiete von {first} bis {last} (COUNT_MIN, COUNT_MAX) lassen sich nicht planen: Das Minimum muss mindestens {least} (eines für jeden Vertreter) und höchstens das Maximum sein.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/case.py"/>
        <source>“Start 3: number of territories” (COUNT) is {wished}, outside the numbers from {first} to {last} (COUNT_MIN, COUNT_MAX). Leave it empty, or widen these.</source>
        <translation>„Start 3: Anzahl der Gebiete“ (COUNT) ist {wished}, außerhalb der Anzahlen von {first} bis {last} (COUNT_MIN, COUNT_MAX). Lassen Sie sie leer oder weiten Sie diese.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Minimum number of territories</source>
        <translation>Minimale Anzahl der Gebiete</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>A plan is made for every number from here to the maximum, and all are compared.</source>
        <translation>Für jede Anzahl von hier bis zum Maximum entsteht ein Plan, und alle werden verglichen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Maximum number of territories</source>
        <translation>Maximale Anzahl der Gebiete</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>The last number that is planned; each is one search.</source>
        <translation>Die letzte Anzahl, die geplant wird; jede ist eine Suche.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>What one representative can carry</source>
        <translation>Was ein Vertreter bewältigen kann</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Hours of work where work is given, else units of the first field to balance. The number of territories follows: the smallest in which nobody has more. Not together with a current plan.</source>
        <translation>Arbeitsstunden, wo Arbeit angegeben ist, sonst Einheiten der ersten Kennzahl. Die Anzahl der Gebiete folgt daraus: die kleinste, bei der niemand mehr hat. Nicht zusammen mit einem aktuellen Plan.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Work in each area (hours): an expression</source>
        <translation>Arbeit in jeder Fläche (Stunden): ein Ausdruck</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>E.g. "visits" * (45 + @trip_min) / 60. The variables @trip_min and @trip_km are the trip to the area from the home of its territory, @mean_trip_min and @mean_trip_km the mean trip of the territory. The hours are balanced, and found anew with every plan until they agree.</source>
        <translation>Z. B. "visits" * (45 + @trip_min) / 60. Die Variablen @trip_min und @trip_km sind die Fahrt zur Fläche ab dem Standort ihres Gebiets, @mean_trip_min und @mean_trip_km die mittlere Fahrt des Gebiets. Die Stunden werden ausgeglichen und mit jedem Plan neu bestimmt, bis sie übereinstimmen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Speed where no times are known (km/h)</source>
        <translation>Geschwindigkeit, wo keine Zeiten bekannt sind (km/h)</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Makes hours of kilometres where no cost matrix gives times.</source>
        <translation>Macht aus Kilometern Stunden, wo keine Kostenmatrix Zeiten enthält.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Costs per representative</source>
        <translation>Kosten je Vertreter</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>For the period in which the trips are made, e.g. a year, in any currency.</source>
        <translation>Für den Zeitraum, in dem die Fahrten stattfinden, z. B. ein Jahr, in beliebiger Währung.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>The areas with the territory before balancing, that after it, and that for every other number that was planned.</source>
        <translation>Die Flächen mit dem Gebiet vor dem Ausgleich, dem danach und dem für jede andere geplante Anzahl.</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Numbers of territories compared</source>
        <translation>Anzahlen von Gebieten im Vergleich</translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>A table with one row per number: balance, travel, borders, the largest territory, costs.</source>
        <translation>Eine Tabelle mit einer Zeile je Anzahl: Ausgleich, Fahrweg, Grenzen, das größte Gebiet, Kosten.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/customers/matches.py"/>
        <source>no cluster</source>
        <translation>kein Cluster</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/customers/messages.py"/>
        <source>Group “{group}”: {reason}</source>
        <translation>Gruppe „{group}“: {reason}</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/customers/messages.py"/>
        <source>{count} territories get no customers: {names}. Set “Minimum customers per territory” if every one should get some.</source>
        <extracomment>For exactly one: {count} territory gets no customers: {names}. Set “Minimum customers per territory” if every one should get some.</extracomment>
        <translation>
            <numerusform>{count} Gebiet bekommt keine Kunden: {names}. Setzen Sie „Mindestzahl der Kunden je Gebiet“, wenn jedes welche bekommen soll.</numerusform>
            <numerusform>{count} Gebiete bekommen keine Kunden: {names}. Setzen Sie „Mindestzahl der Kunden je Gebiet“, wenn jedes welche bekommen soll.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/customers/messages.py"/>
        <source>The search was cancelled before {count} groups ({names}): their customers stay unassigned.</source>
        <extracomment>For exactly one: The search was cancelled before group {names}: its customers stay unassigned.</extracomment>
        <translation>
            <numerusform>Die Suche wurde vor der Gruppe {names} abgebrochen: Ihre Kunden bleiben ohne Zuordnung.</numerusform>
            <numerusform>Die Suche wurde vor {count} Gruppen ({names}) abgebrochen: Ihre Kunden bleiben ohne Zuordnung.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/customers/messages.py"/>
        <source>{customers} customers, {territories} territories, mean distance {distance} m, inertia {inertia} m² (the last assignment is within {gap} % of the best one for its centres), {status}.</source>
        <translation>{customers} Kunden, {territories} Gebiete, mittlere Entfernung {distance} m, Trägheit {inertia} m² (die letzte Zuordnung liegt höchstens {gap} % über der besten für ihre Zentren), {status}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/customers/messages.py"/>
        <source>Group {group}: {customers} customers, {territories} territories, mean distance {distance} m, inertia {inertia} m² (the last assignment is within {gap} % of the best one for its centres), {status}.</source>
        <translation>Gruppe {group}: {customers} Kunden, {territories} Gebiete, mittlere Entfernung {distance} m, Trägheit {inertia} m² (die letzte Zuordnung liegt höchstens {gap} % über der besten für ihre Zentren), {status}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/firmness.py"/>
        <source>The area is locked.</source>
        <translation>Die Fläche ist fixiert.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/firmness.py"/>
        <source>One of the two territories is locked.</source>
        <translation>Eines der beiden Gebiete ist fixiert.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/firmness.py"/>
        <source>The representative lives here.</source>
        <translation>Der Vertreter wohnt hier.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/firmness.py"/>
        <source>It is the only area of its territory.</source>
        <translation>Sie ist die einzige Fläche ihres Gebiets.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/firmness.py"/>
        <source>Its territory would fall into parts.</source>
        <translation>Ihr Gebiet würde in Teile zerfallen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/firmness.py"/>
        <source>It stays together with other areas.</source>
        <translation>Sie bleibt mit anderen Flächen zusammen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/firmness.py"/>
        <source>More would change hands than allowed.</source>
        <translation>Mehr würde das Gebiet wechseln als erlaubt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/firmness.py"/>
        <source>It would be too far from the home.</source>
        <translation>Sie wäre zu weit vom Standort entfernt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/firmness.py"/>
        <source>A territory would deviate more than allowed.</source>
        <translation>Ein Gebiet würde stärker abweichen als erlaubt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <location filename="../ui/workbench/plan_values.py"/>
        <source>areas</source>
        <translation>Flächen</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>{count} areas have no territory.</source>
        <extracomment>For exactly one: {count} area has no territory.</extracomment>
        <translation>
            <numerusform>{count} Fläche hat kein Gebiet.</numerusform>
            <numerusform>{count} Flächen haben kein Gebiet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} lies in {value} parts: {count} areas are cut off from the rest.</source>
        <extracomment>For exactly one: Territory {name} lies in {value} parts: {count} area is cut off from the rest.</extracomment>
        <translation>
            <numerusform>Gebiet {name} liegt in {value} Teilen: {count} Fläche ist vom Rest abgetrennt.</numerusform>
            <numerusform>Gebiet {name} liegt in {value} Teilen: {count} Flächen sind vom Rest abgetrennt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} has {count} areas; the minimum is {limit}.</source>
        <extracomment>For exactly one: Territory {name} has {count} area; the minimum is {limit}.</extracomment>
        <translation>
            <numerusform>Gebiet {name} hat {count} Fläche; das Minimum ist {limit}.</numerusform>
            <numerusform>Gebiet {name} hat {count} Flächen; das Minimum ist {limit}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} has {count} areas; the maximum is {limit}.</source>
        <extracomment>For exactly one: Territory {name} has {count} area; the maximum is {limit}.</extracomment>
        <translation>
            <numerusform>Gebiet {name} hat {count} Fläche; das Maximum ist {limit}.</numerusform>
            <numerusform>Gebiet {name} hat {count} Flächen; das Maximum ist {limit}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>{count} areas of territory {name} are too far from their home or cannot be reached.</source>
        <extracomment>For exactly one: {count} area of territory {name} is too far from its home or cannot be reached.</extracomment>
        <translation>
            <numerusform>{count} Fläche von Gebiet {name} ist zu weit von ihrem Standort entfernt oder nicht zu erreichen.</numerusform>
            <numerusform>{count} Flächen von Gebiet {name} sind zu weit von ihrem Standort entfernt oder nicht zu erreichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>{count} areas of territory {name} are farther from its home than {limit} m; the longest trip is {value} m.</source>
        <extracomment>For exactly one: {count} area of territory {name} is farther from its home than {limit} m; the trip is {value} m.</extracomment>
        <translation>
            <numerusform>{count} Fläche von Gebiet {name} ist weiter als {limit} m von ihrem Standort entfernt; die Fahrt ist {value} m lang.</numerusform>
            <numerusform>{count} Flächen von Gebiet {name} sind weiter als {limit} m von ihrem Standort entfernt; die längste Fahrt ist {value} m lang.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>The home of territory {name} lies outside every area.</source>
        <translation>Der Standort von Gebiet {name} liegt außerhalb aller Flächen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>The home of territory {name} lies in an area that nobody has.</source>
        <translation>Der Standort von Gebiet {name} liegt in einer Fläche, die niemand hat.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>{value} representatives are called {name}.</source>
        <translation>{value} Vertreter heißen {name}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} is written in {value} ways.</source>
        <translation>Gebiet {name} ist auf {value} Weisen geschrieben.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>{count} areas that nobody has lie inside territory {other}.</source>
        <extracomment>For exactly one: {count} area that nobody has lies inside territory {other}.</extracomment>
        <translation>
            <numerusform>{count} Fläche, die niemand hat, liegt in Gebiet {other}.</numerusform>
            <numerusform>{count} Flächen, die niemand hat, liegen in Gebiet {other}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>{count} areas of territory {name} lie inside territory {other}.</source>
        <extracomment>For exactly one: {count} area of territory {name} lies inside territory {other}.</extracomment>
        <translation>
            <numerusform>{count} Fläche von Gebiet {name} liegt in Gebiet {other}.</numerusform>
            <numerusform>{count} Flächen von Gebiet {name} liegen in Gebiet {other}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} has no area.</source>
        <translation>Gebiet {name} hat keine Fläche.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Areas that stay together lie in {value} territories, most of them in {name}.</source>
        <translation>Flächen, die zusammenbleiben, liegen in {value} Gebieten, die meisten davon in {name}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} has {value} of {criterion}; the minimum is {limit}.</source>
        <translation>Gebiet {name} hat {value} in {criterion}; das Minimum ist {limit}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} has {value} of {criterion}; the maximum is {limit}.</source>
        <translation>Gebiet {name} hat {value} in {criterion}; das Maximum ist {limit}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} deviates by {value} % in {criterion}; the maximum is {limit} %.</source>
        <translation>Gebiet {name} weicht in {criterion} um {value} % ab; das Maximum ist {limit} %.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>{value} % of the weight changed its territory; the maximum is {limit} %.</source>
        <translation>{value} % des Gewichts haben das Gebiet gewechselt; das Maximum ist {limit} %.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} has no representative.</source>
        <translation>Gebiet {name} hat keinen Vertreter.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>The home of territory {name} lies in territory {other}.</source>
        <translation>Der Standort von Gebiet {name} liegt in Gebiet {other}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} is called nearly like territory {other}.</source>
        <translation>Gebiet {name} heißt fast wie Gebiet {other}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>no territory</source>
        <translation>kein Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>empty territory</source>
        <translation>leeres Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>not connected</source>
        <translation>nicht zusammenhängend</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>enclave</source>
        <translation>Enklave</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>group in several territories</source>
        <translation>Gruppe in mehreren Gebieten</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>too few areas</source>
        <translation>zu wenige Flächen</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>too many areas</source>
        <translation>zu viele Flächen</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>total too small</source>
        <translation>Summe zu klein</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>total too large</source>
        <translation>Summe zu groß</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>deviation</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>too much changed</source>
        <translation>zu viel geändert</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>no representative</source>
        <translation>kein Vertreter</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>home outside</source>
        <translation>Standort außerhalb</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>too far from home</source>
        <translation>zu weit vom Standort</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>name used twice</source>
        <translation>Name doppelt verwendet</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Firmness</source>
        <translation>Festigkeit</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>inside: touches no other territory</source>
        <translation>innen: berührt kein anderes Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>held by a rule</source>
        <translation>durch eine Regel gehalten</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>firm</source>
        <translation>fest</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>loose: little would change</source>
        <translation>lose: wenig würde sich ändern</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>better elsewhere</source>
        <translation>anderswo besser</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>below {high} %</source>
        <translation>unter {high} %</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>above {low} %</source>
        <translation>über {low} %</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>{low} to {high} %</source>
        <translation>{low} bis {high} %</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>to {territory}</source>
        <translation>an {territory}</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>to nobody</source>
        <translation>an niemanden</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Territory before</source>
        <translation>Gebiet vorher</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Representative</source>
        <translation>Vertreter</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Distance (m)</source>
        <translation>Entfernung (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Time (s)</source>
        <translation>Zeit (s)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Trip before (m)</source>
        <translation>Fahrt vorher (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Trip after (m)</source>
        <translation>Fahrt nachher (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Trip from the new home (m)</source>
        <translation>Fahrt ab dem neuen Standort (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Trip before (s)</source>
        <translation>Fahrt vorher (s)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Trip after (s)</source>
        <translation>Fahrt nachher (s)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Target</source>
        <translation>Sollwert</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Deviation (units)</source>
        <translation>Abweichung (Einheiten)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Deviation (%)</source>
        <translation>Abweichung (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Connected parts</source>
        <translation>Zusammenhängende Teile</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Parts inside others</source>
        <translation>Teile in anderen</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Parts of others inside</source>
        <translation>Teile anderer darin</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Border with others (m)</source>
        <translation>Grenze zu anderen (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Area (km²)</source>
        <translation>Flächeninhalt (km²)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Outline (km)</source>
        <translation>Umriss (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Compactness (1: disc)</source>
        <translation>Kompaktheit (1: Kreisscheibe)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Compactness by Reock (1: disc)</source>
        <translation>Kompaktheit nach Reock (1: Kreisscheibe)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Compactness by inertia (1: disc)</source>
        <translation>Kompaktheit nach Trägheit (1: Kreisscheibe)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Overlap (%)</source>
        <translation>Überlappung (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Areas visited</source>
        <translation>Besuchte Flächen</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Areas without a route</source>
        <translation>Flächen ohne Route</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Mean trip (m)</source>
        <translation>Mittlere Fahrt (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Longest trip (m)</source>
        <translation>Längste Fahrt (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Shortest trip (m)</source>
        <translation>Kürzeste Fahrt (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Travel (m)</source>
        <translation>Fahrweg (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Mean trip (s)</source>
        <translation>Mittlere Fahrt (s)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Longest trip (s)</source>
        <translation>Längste Fahrt (s)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Travel (hours)</source>
        <translation>Fahrzeit (Stunden)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Second-best territory</source>
        <translation>Zweitbestes Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Move: change of deviation (% points)</source>
        <translation>Wechsel: Änderung der Abweichung (Prozentpunkte)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Move: change of the trip (m)</source>
        <translation>Wechsel: Änderung der Fahrt (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Move: change of the border (m)</source>
        <translation>Wechsel: Änderung der Grenze (m)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Move: forbidden by</source>
        <translation>Wechsel: verboten durch</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Outlier</source>
        <translation>Ausreißer</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Keeps (areas)</source>
        <translation>Behält (Flächen)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Gives (areas)</source>
        <translation>Gibt ab (Flächen)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Receives (areas)</source>
        <translation>Nimmt auf (Flächen)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Deviation before (%)</source>
        <translation>Abweichung vorher (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Deviation after (%)</source>
        <translation>Abweichung nachher (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Travel from the new home (km)</source>
        <translation>Fahrweg ab dem neuen Standort (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Travel from the new home (hours)</source>
        <translation>Fahrzeit ab dem neuen Standort (Stunden)</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/styles.py"/>
        <location filename="../ui/workbench/colouring.py"/>
        <location filename="../ui/workbench/session.py"/>
        <source>not assigned</source>
        <translation>nicht zugeordnet</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/styles.py"/>
        <source>shared border</source>
        <translation>gemeinsame Grenze</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/styles.py"/>
        <source>corner</source>
        <translation>Ecke</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/styles.py"/>
        <source>bridge to an island</source>
        <translation>Brücke zu einer Insel</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/styles.py"/>
        <source>drawn by hand</source>
        <translation>von Hand gezeichnet</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/counts.py"/>
        <source>No plan with {count} territories: {reason}</source>
        <translation>Kein Plan mit {count} Gebieten: {reason}</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/counts.py"/>
        <source>The hours of work of the plan and those on which it was balanced still differ by more than 0.1 %. The deviations are those of the plan's own hours.</source>
        <translation>Die Arbeitsstunden des Plans und die, auf denen er ausgeglichen wurde, weichen noch mehr als 0,1 % voneinander ab. Die Abweichungen sind die der eigenen Stunden des Plans.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/counts.py"/>
        <source>The largest territory is {load:.1f} % of what one representative can carry. Plan more territories.</source>
        <translation>Das größte Gebiet hat {load:.1f} % dessen, was ein Vertreter bewältigen kann. Planen Sie mehr Gebiete.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/counts.py"/>
        <source>“territory” holds the plan with {count} territories, as you wish.</source>
        <translation>„territory“ enthält den Plan mit {count} Gebieten, wie Sie es wünschen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/counts.py"/>
        <source>“territory” holds the plan with {count} territories: the fewest that representatives can carry.</source>
        <translation>„territory“ enthält den Plan mit {count} Gebieten: den wenigsten, die Vertreter bewältigen können.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/counts.py"/>
        <source>“territory” holds the plan with {count} territories, which costs least: {cost}.</source>
        <translation>„territory“ enthält den Plan mit {count} Gebieten, der am wenigsten kostet: {cost}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/counts.py"/>
        <source>“territory” holds the plan with {count} territories: each further one saves less than 2 % of the travel from a single home. Give costs or a capacity to decide by these.</source>
        <translation>„territory“ enthält den Plan mit {count} Gebieten: Jedes weitere spart weniger als 2 % des Fahrwegs ab einem einzigen Standort. Geben Sie Kosten oder eine Kapazität an, um danach zu entscheiden.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>{changed:.1f} % of the weight changes its territory; no plan this balanced can do with less than {least:.1f} %.</source>
        <translation>{changed:.1f} % des Gewichts wechseln das Gebiet; kein so ausgeglichener Plan kommt mit weniger als {least:.1f} % aus.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>{changed:.1f} % of the weight changes its territory; no plan this balanced can do with less than {least:.1f} %. Where weight goes from neighbour to neighbour it takes {flows:.1f} %; less is only possible by narrow strips through other territories.</source>
        <translation>{changed:.1f} % des Gewichts wechseln das Gebiet; kein so ausgeglichener Plan kommt mit weniger als {least:.1f} % aus. Wo Gewicht von Nachbar zu Nachbar geht, sind es {flows:.1f} %; weniger ist nur mit schmalen Streifen durch andere Gebiete möglich.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>Within “Maximum change” (MAX_CHANGE), weight that goes from neighbour to neighbour leaves a worst deviation of {deviation:,.1f} %. Raise it for a more even plan.</source>
        <translation>Innerhalb der „Maximalen Änderung“ (MAX_CHANGE) lässt Gewicht, das von Nachbar zu Nachbar geht, eine größte Abweichung von {deviation:,.1f} % übrig. Erhöhen Sie sie für einen ausgeglicheneren Plan.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>Mean trip: {after} from the current homes, {best} from the best home in each territory.</source>
        <translation>Mittlere Fahrt: {after} ab den aktuellen Standorten, {best} ab dem besten Standort in jedem Gebiet.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>Mean trip: {before} to the nearest representative, {after} in the new territories from the current homes, {best} from the best home in each of them.</source>
        <translation>Mittlere Fahrt: {before} zum nächsten Vertreter, {after} in den neuen Gebieten ab den aktuellen Standorten, {best} ab dem besten Standort in jedem davon.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>Mean trip: {before} in the current plan, {after} in the new territories from the current homes, {best} from the best home in each of them.</source>
        <translation>Mittlere Fahrt: {before} im aktuellen Plan, {after} in den neuen Gebieten ab den aktuellen Standorten, {best} ab dem besten Standort in jedem davon.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>{count} current homes lie outside their own territories: {names}.</source>
        <extracomment>For exactly one: {count} current home lies outside its own territory: {names}.</extracomment>
        <translation>
            <numerusform>{count} aktueller Standort liegt außerhalb des eigenen Gebiets: {names}.</numerusform>
            <numerusform>{count} aktuelle Standorte liegen außerhalb des eigenen Gebiets: {names}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>Areas without a route in the cost matrix: {now} from the current homes, {later} from the best homes ({areas}). Mean times leave them out, so that they cannot be compared; in mean distances they count as straight lines.</source>
        <translation>Flächen ohne Route in der Kostenmatrix: {now} ab den aktuellen Standorten, {later} ab den besten Standorten ({areas}). Mittlere Zeiten lassen sie weg und sind deshalb nicht vergleichbar; in mittleren Entfernungen zählen sie als gerade Linien.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>Mean trip: {before} to the nearest of the homes that were chosen first, {after} from these in the balanced territories, {best} from the best home in each of them.</source>
        <translation>Mittlere Fahrt: {before} zum nächsten der zuerst gewählten Standorte, {after} ab diesen in den ausgeglichenen Gebieten, {best} ab dem besten Standort in jedem davon.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>Worst deviation from the target: {deviation:,.3f} %; no plan can be below {bound:,.3f} %.</source>
        <translation>Größte Abweichung vom Sollwert: {deviation:,.3f} %; kein Plan kann unter {bound:,.3f} % liegen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>The time limit ended the search before its first generation; the plan is hardly better than the start. Raise “Time limit (s)” (MAX_SECONDS).</source>
        <translation>Das Zeitlimit beendete die Suche vor ihrer ersten Generation; der Plan ist kaum besser als der Start. Erhöhen Sie „Zeitlimit (s)“ (MAX_SECONDS).</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/plans/homes.py"/>
        <source>{count} territories hold no candidate and get no home: {names}.</source>
        <extracomment>For exactly one: {count} territory holds no candidate and gets no home: {names}.</extracomment>
        <translation>
            <numerusform>{count} Gebiet enthält keinen Kandidaten und bekommt keinen Standort: {names}.</numerusform>
            <numerusform>{count} Gebiete enthalten keinen Kandidaten und bekommen keinen Standort: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/plans/homes.py"/>
        <source>In {count} territories ({names}) the current home needs less travel than the best candidate, because it is no candidate itself. There, staying is better than moving.</source>
        <extracomment>For exactly one: In {count} territory ({names}) the current home needs less travel than the best candidate, because it is no candidate itself. There, staying is better than moving.</extracomment>
        <translation>
            <numerusform>In {count} Gebiet ({names}) braucht der aktuelle Standort weniger Fahrweg als der beste Kandidat, weil er selbst kein Kandidat ist. Dort ist Bleiben besser als Umziehen.</numerusform>
            <numerusform>In {count} Gebieten ({names}) braucht der aktuelle Standort weniger Fahrweg als der beste Kandidat, weil er selbst kein Kandidat ist. Dort ist Bleiben besser als Umziehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/plans/homes.py"/>
        <source>The trips from the current home to all areas are not known in {count} territories ({names}): their totals from there are NULL. With a cost matrix, current homes must be in areas from which it has rows, or among its origins.</source>
        <extracomment>For exactly one: The trips from the current home to all areas are not known in {count} territory ({names}): its totals from there are NULL. With a cost matrix, current homes must be in areas from which it has rows, or among its origins.</extracomment>
        <translation>
            <numerusform>Die Fahrten vom aktuellen Standort zu allen Flächen sind in {count} Gebiet ({names}) nicht bekannt: Seine Summen von dort sind NULL. Mit einer Kostenmatrix müssen aktuelle Standorte in Flächen liegen, von denen sie Zeilen hat, oder unter ihren Starts sein.</numerusform>
            <numerusform>Die Fahrten vom aktuellen Standort zu allen Flächen sind in {count} Gebieten ({names}) nicht bekannt: Ihre Summen von dort sind NULL. Mit einer Kostenmatrix müssen aktuelle Standorte in Flächen liegen, von denen sie Zeilen hat, oder unter ihren Starts sein.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/plans/homes.py"/>
        <source>{count} territories hold areas that their home cannot reach ({names}): their totals are NULL.</source>
        <extracomment>For exactly one: {count} territory holds areas that its home cannot reach ({names}): its totals are NULL.</extracomment>
        <translation>
            <numerusform>{count} Gebiet enthält Flächen, die sein Standort nicht erreichen kann ({names}): Seine Summen sind NULL.</numerusform>
            <numerusform>{count} Gebiete enthalten Flächen, die ihr Standort nicht erreichen kann ({names}): Ihre Summen sind NULL.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/homes.py"/>
        <source>One trip to each visited area: {before} before (the plan before, from the current homes), {stay} in these territories from the current homes, {after} from the new homes.</source>
        <translation>Eine Fahrt zu jeder besuchten Fläche: {before} vorher (der Plan vorher, ab den aktuellen Standorten), {stay} in diesen Gebieten ab den aktuellen Standorten, {after} ab den neuen Standorten.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/homes.py"/>
        <source>One trip to each visited area: {before} before (nearest representative, from the current homes), {stay} in these territories from the current homes, {after} from the new homes.</source>
        <translation>Eine Fahrt zu jeder besuchten Fläche: {before} vorher (nächster Vertreter, ab den aktuellen Standorten), {stay} in diesen Gebieten ab den aktuellen Standorten, {after} ab den neuen Standorten.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/homes.py"/>
        <source>One trip to each visited area: {stay} from the current homes, {after} from the new homes.</source>
        <translation>Eine Fahrt zu jeder besuchten Fläche: {stay} ab den aktuellen Standorten, {after} ab den neuen Standorten.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/homes.py"/>
        <source>One trip to each visited area: {after} from the new homes.</source>
        <translation>Eine Fahrt zu jeder besuchten Fläche: {after} ab den neuen Standorten.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/prepare/travel_table.py"/>
        <source>{layer}: {count} places lie farther than {snap:,.0f} m from any road and cannot be reached: {ids}.</source>
        <extracomment>For exactly one: {layer}: {count} place lies farther than {snap:,.0f} m from any road and cannot be reached: {ids}.</extracomment>
        <translation>
            <numerusform>{layer}: {count} Ort liegt weiter als {snap:,.0f} m von jeder Straße entfernt und ist nicht zu erreichen: {ids}.</numerusform>
            <numerusform>{layer}: {count} Orte liegen weiter als {snap:,.0f} m von jeder Straße entfernt und sind nicht zu erreichen: {ids}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/prepare/travel_table.py"/>
        <source>{layer}: the farthest place lies {gap:,.0f} m from its road.</source>
        <translation>{layer}: Der am weitesten entfernte Ort liegt {gap:,.0f} m von seiner Straße.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/prepare/travel_table.py"/>
        <source>{layer}: {count} places lie more than {far_m:,.0f} m from their roads ({ids}), the farthest {gap:,.0f} m. The distance to the road is not counted; “Snap distance” (SNAP_DISTANCE) leaves such places out.</source>
        <extracomment>For exactly one: {layer}: {count} place lies more than {far_m:,.0f} m from its road ({ids}), the farthest {gap:,.0f} m. The distance to the road is not counted; “Snap distance” (SNAP_DISTANCE) leaves such places out.</extracomment>
        <translation>
            <numerusform>{layer}: {count} Ort liegt mehr als {far_m:,.0f} m von seiner Straße entfernt ({ids}), der weiteste {gap:,.0f} m. Die Entfernung zur Straße zählt nicht mit; „Fangabstand“ (SNAP_DISTANCE) lässt solche Orte weg.</numerusform>
            <numerusform>{layer}: {count} Orte liegen mehr als {far_m:,.0f} m von ihrer Straße entfernt ({ids}), der weiteste {gap:,.0f} m. Die Entfernung zur Straße zählt nicht mit; „Fangabstand“ (SNAP_DISTANCE) lässt solche Orte weg.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/prepare/travel_table.py"/>
        <source>{count:,} of {size:,} pairs are not connected (NULL costs): {pairs}.</source>
        <extracomment>For exactly one: {count:,} of {size:,} pairs is not connected (NULL costs): {pairs}.</extracomment>
        <translation>
            <numerusform>{count:,} von {size:,} Paaren ist nicht verbunden (Kosten NULL): {pairs}.</numerusform>
            <numerusform>{count:,} von {size:,} Paaren sind nicht verbunden (Kosten NULL): {pairs}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/prepare/travel_table.py"/>
        <source>{layer}: {count} places are not connected to any other: {ids}.</source>
        <extracomment>For exactly one: {layer}: {count} place is not connected to any other: {ids}.</extracomment>
        <translation>
            <numerusform>{layer}: {count} Ort ist mit keinem anderen verbunden: {ids}.</numerusform>
            <numerusform>{layer}: {count} Orte sind mit keinem anderen verbunden: {ids}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/site/centres.py"/>
        <source>{count} centres are left out: {reason}</source>
        <extracomment>For exactly one: {count} centre is left out: {reason}</extracomment>
        <translation>
            <numerusform>{count} Zentrum wird ausgelassen: {reason}</numerusform>
            <numerusform>{count} Zentren werden ausgelassen: {reason}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/site/centres.py"/>
        <source>{count} numbers of centres are left out in all, up to {last}.</source>
        <translation>{count} Anzahlen von Zentren werden insgesamt ausgelassen, bis {last}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/site/centres.py"/>
        <source>{count} centres get no customers: {names}. Set “Minimum customers per centre” if every one should get some.</source>
        <extracomment>For exactly one: {count} centre gets no customers: {names}. Set “Minimum customers per centre” if every one should get some.</extracomment>
        <translation>
            <numerusform>{count} Zentrum bekommt keine Kunden: {names}. Setzen Sie „Mindestzahl der Kunden je Zentrum“, wenn jedes welche bekommen soll.</numerusform>
            <numerusform>{count} Zentren bekommen keine Kunden: {names}. Setzen Sie „Mindestzahl der Kunden je Zentrum“, wenn jedes welche bekommen soll.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/site/centres.py"/>
        <source>The recommended number of centres, {count}, is the highest that was tried: more may be better. Raise “Maximum number of centres”.</source>
        <translation>Die empfohlene Anzahl der Zentren, {count}, ist die höchste versuchte: Mehr sind vielleicht besser. Erhöhen Sie „Maximale Anzahl der Zentren“.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/site/centres.py"/>
        <source>The recommended number of centres, {count}, is the smallest that was tried: fewer may be better. Lower “Number of centres”.</source>
        <translation>Die empfohlene Anzahl der Zentren, {count}, ist die kleinste versuchte: Weniger sind vielleicht besser. Senken Sie „Anzahl der Zentren“.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/site/centres.py"/>
        <source>Cancelled; the best plan found so far is written.</source>
        <translation>Abgebrochen; der beste bis dahin gefundene Plan wird geschrieben.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/databases.py"/>
        <source>the schema “{schema}” does not exist</source>
        <translation>das Schema „{schema}“ gibt es nicht</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/databases.py"/>
        <source>the role “{role}” may not create tables in the schema “{schema}”</source>
        <translation>die Rolle „{role}“ darf im Schema „{schema}“ keine Tabellen anlegen</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/databases.py"/>
        <source>there is such a table or view, which “{role}” may not replace</source>
        <translation>es gibt eine solche Tabelle oder Sicht, die „{role}“ nicht ersetzen darf</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/databases.py"/>
        <source>there is such a table, which {others} is made from or points to</source>
        <translation>es gibt eine solche Tabelle, aus der {others} gemacht ist oder auf die sie zeigt</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/databases.py"/>
        <location filename="../processing_provider/outputs/writing/file_fields.py"/>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/feature_ids.py"/>
        <source>The field “{field}” cannot number the rows of a GeoPackage (it repeats, or holds no whole numbers from 0): its values are in “{name}”, and the rows are numbered anew.</source>
        <translation>Das Feld „{field}“ kann die Zeilen eines GeoPackage nicht nummerieren (es wiederholt sich oder enthält keine ganzen Zahlen ab 0): Seine Werte stehen in „{name}“, und die Zeilen werden neu nummeriert.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/file_fields.py"/>
        <source>Written as text, for which the output has no type of its own: {names}.</source>
        <translation>Als Text geschrieben, weil die Ausgabe dafür keinen eigenen Typ hat: {names}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/layer_writer.py"/>
        <source>Output “{output}”: there is a field “{wanted}” already; what this run writes under that name is in “{name}”.</source>
        <translation>Ausgabe „{output}“: Es gibt schon ein Feld „{wanted}“; was dieser Lauf unter diesem Namen schreibt, steht in „{name}“.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/layer_writer.py"/>
        <source>there is no file</source>
        <translation>es gibt keine Datei</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/writing/layer_writer.py"/>
        <source>{found} of {count} features are in the file, as if the disk were full, or the format could not hold such features</source>
        <extracomment>For exactly one: {found} of {count} feature is in the file, as if the disk were full, or the format could not hold such features</extracomment>
        <translation>
            <numerusform>{found} von {count} Objekt ist in der Datei, als wäre der Datenträger voll oder als könnte das Format solche Objekte nicht aufnehmen</numerusform>
            <numerusform>{found} von {count} Objekten sind in der Datei, als wäre der Datenträger voll oder als könnte das Format solche Objekte nicht aufnehmen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/layer_writer.py"/>
        <source>Output “{output}” ({name}) could not be written: {reason}. Choose another place, or another kind of file, such as a GeoPackage (.gpkg).</source>
        <translation>Ausgabe „{output}“ ({name}) konnte nicht geschrieben werden: {reason}. Wählen Sie einen anderen Ort oder eine andere Art von Datei, z. B. ein GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/output_layer.py"/>
        <source>The outputs could not be put in place: {reason}. Make room on the disk, close programs that use the files, or choose other places.</source>
        <translation>Die Ausgaben konnten nicht an ihren Platz gebracht werden: {reason}. Schaffen Sie Platz auf dem Datenträger, schließen Sie Programme, die diese Dateien benutzen, oder wählen Sie andere Orte.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/places.py"/>
        <source>the folder does not exist</source>
        <translation>den Ordner gibt es nicht</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/places.py"/>
        <source>this is a folder, not a file</source>
        <translation>dies ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/places.py"/>
        <source>Output “{output}” ({name}) is a table without geometry, which a file of the kind “{suffix}” cannot hold. Choose a GeoPackage (.gpkg) or a text file (.csv).</source>
        <translation>Ausgabe „{output}“ ({name}) ist eine Tabelle ohne Geometrie, die eine Datei der Art „{suffix}“ nicht enthalten kann. Wählen Sie ein GeoPackage (.gpkg) oder eine Textdatei (.csv).</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/places.py"/>
        <source>Output “{output}” ({name}) cannot be written to '{path}': {problem}. Choose another place.</source>
        <translation>Ausgabe „{output}“ ({name}) kann nicht nach '{path}' geschrieben werden: {problem}. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/places.py"/>
        <source>Output “{output}” ({name}) would overwrite '{path}', from which “{input}” ({source}) is read. Choose another file, or another table in a GeoPackage.</source>
        <translation>Ausgabe „{output}“ ({name}) würde '{path}' überschreiben, woraus „{input}“ ({source}) gelesen wird. Wählen Sie eine andere Datei oder in einem GeoPackage eine andere Tabelle.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/places.py"/>
        <source>Outputs “{first}” ({first_name}) and “{second}” ({second_name}) go to the same place, '{path}', where one would overwrite the other. Choose another place for one of them; one GeoPackage holds all layers of a run, but not the report.</source>
        <translation>Die Ausgaben „{first}“ ({first_name}) und „{second}“ ({second_name}) gehen an denselben Ort, '{path}', wo eine die andere überschreiben würde. Wählen Sie für eine davon einen anderen Ort; ein GeoPackage nimmt alle Layer eines Laufs auf, nicht aber den Bericht.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/runs_file.py"/>
        <source>“Table of runs” (RUNS): '{path}' is there already, and is not such a table: its first columns are not {columns}. Nothing was written to it. Choose a new file.</source>
        <translation>„Tabelle der Läufe“ (RUNS): „{path}“ gibt es schon, und es ist keine solche Tabelle: Ihre ersten Spalten sind nicht {columns}. Es wurde nichts hineingeschrieben. Wählen Sie eine neue Datei.</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/sinks.py"/>
        <source>{title}, {time}</source>
        <translation>{title}, {time}</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/writing/sinks.py"/>
        <source>{title}: {count} territories, {time}</source>
        <extracomment>For exactly one: {title}: {count} territory, {time}</extracomment>
        <translation>
            <numerusform>{title}: {count} Gebiet, {time}</numerusform>
            <numerusform>{title}: {count} Gebiete, {time}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/staged_tables.py"/>
        <source>the database refused the tables ({reason})</source>
        <translation>die Datenbank hat die Tabellen abgelehnt ({reason})</translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/staging.py"/>
        <source>another program keeps the file locked</source>
        <translation>ein anderes Programm hält die Datei gesperrt</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>current plan</source>
        <translation>aktueller Plan</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>nearest representative</source>
        <translation>nächster Vertreter</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>Balanced territories</source>
        <translation>Ausgeglichene Gebiete</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>{areas} areas, {territories} territories</source>
        <translation>{areas} Flächen, {territories} Gebiete</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>Before: {plan}</source>
        <translation>Vorher: {plan}</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>New plan</source>
        <translation>Neuer Plan</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>worst deviation from target</source>
        <translation>größte Abweichung vom Sollwert</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>no plan can be below</source>
        <translation>kein Plan kann darunter liegen</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>standard deviation of the totals</source>
        <translation>Standardabweichung der Summen</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>mean trip from the homes</source>
        <translation>mittlere Fahrt ab den Standorten</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <location filename="../processing_provider/reports/plan.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>mean trip</source>
        <translation>mittlere Fahrt</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>no plan this balanced can be below</source>
        <translation>kein so ausgeglichener Plan kann darunter liegen</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>mean trip in time</source>
        <translation>mittlere Fahrt als Zeit</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>borders between territories</source>
        <translation>Grenzen zwischen Gebieten</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>weight that changed territory</source>
        <translation>Gewicht, das das Gebiet gewechselt hat</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>must change at least</source>
        <translation>muss mindestens wechseln</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>{generations} generations in {seconds:.1f} s; the search ended with status “{status}”.</source>
        <translation>{generations} Generationen in {seconds:.1f} s; die Suche endete mit dem Status „{status}“.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>Convergence</source>
        <translation>Konvergenz</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>standard deviation σ (%)</source>
        <translation>Standardabweichung σ (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>worst deviation (%)</source>
        <translation>größte Abweichung (%)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/charts.py"/>
        <source>lowest: {lowest} … highest: {highest}</source>
        <translation>niedrigster: {lowest} … höchster: {highest}</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/compare.py"/>
        <source>Territories before and after</source>
        <translation>Gebiete vorher und nachher</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/compare.py"/>
        <source>{areas} areas, {before} territories before, {after} after</source>
        <translation>{areas} Flächen, {before} Gebiete vorher, {after} nachher</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/compare.py"/>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/compare.py"/>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/compare.py"/>
        <source>worst deviation, before and after</source>
        <translation>größte Abweichung, vorher und nachher</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/compare.py"/>
        <source>changes hands</source>
        <translation>wechselt das Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/compare.py"/>
        <source>saving</source>
        <translation>Ersparnis</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/compare.py"/>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>travel</source>
        <translation>Fahrweg</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/compare.py"/>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>hours of travel</source>
        <translation>Fahrstunden</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>{customers} customers, {territories} territories</source>
        <translation>{customers} Kunden, {territories} Gebiete</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>The search was cancelled: this is the best plan so far.</source>
        <translation>Die Suche wurde abgebrochen: Dies ist der beste Plan bis dahin.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>mean distance to the centre</source>
        <translation>mittlere Entfernung zum Zentrum</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>farthest customer</source>
        <translation>entferntester Kunde</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>inertia (km²)</source>
        <translation>Trägheit (km²)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>customers among those of another territory</source>
        <translation>Kunden zwischen denen eines anderen Gebiets</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>customers who keep their representative</source>
        <translation>Kunden, die ihren Vertreter behalten</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>Current portfolios</source>
        <translation>Aktuelle Kundenstämme</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>New portfolios</source>
        <translation>Neue Kundenstämme</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>Grey: current portfolios. In colour, as on the map: the new plan.</source>
        <translation>Grau: aktuelle Kundenstämme. Farbig, wie auf der Karte: der neue Plan.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>Portfolios: {title}</source>
        <translation>Kundenstämme: {title}</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>after</source>
        <translation>nachher</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>with the rules up to</source>
        <translation>mit den Regeln bis</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>mean distance</source>
        <translation>mittlere Entfernung</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>Inertia is the sum of the squared distances to the centres. Each row adds one rule to those above it; the price is what the rules so far cost, compared with no rules.</source>
        <translation>Trägheit ist die Summe der quadrierten Entfernungen zu den Zentren. Jede Zeile fügt den vorigen eine Regel hinzu; der Preis ist, was die Regeln bis dahin kosten, verglichen mit keinen Regeln.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>The price of each rule</source>
        <translation>Der Preis jeder Regel</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>mean distance (km)</source>
        <translation>mittlere Entfernung (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>Evaluated territories</source>
        <translation>Bewertete Gebiete</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>The plan</source>
        <translation>Der Plan</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>standard deviation from the target</source>
        <translation>Standardabweichung vom Sollwert</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>contiguous parts</source>
        <translation>zusammenhängende Teile</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>border</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>compactness (Reock)</source>
        <translation>Kompaktheit (Reock)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>compactness (inertia)</source>
        <translation>Kompaktheit (Trägheit)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>Compactness is 1 for a disc; overlap is ground of others within the hull.</source>
        <translation>Kompaktheit ist 1 für eine Kreisscheibe; Überlappung ist Boden anderer innerhalb der Hülle.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>Shapes</source>
        <translation>Formen</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>{customers} customers, {centres} centres</source>
        <translation>{customers} Kunden, {centres} Zentren</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>{count} centres: {reason}</source>
        <extracomment>For exactly one: {count} centre: {reason}</extracomment>
        <translation>
            <numerusform>{count} Zentrum: {reason}</numerusform>
            <numerusform>{count} Zentren: {reason}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>centres</source>
        <translation>Zentren</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>of these exist already</source>
        <translation>davon bestehen schon</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>customers per centre</source>
        <translation>Kunden je Zentrum</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>demand per centre</source>
        <translation>Nachfrage je Zentrum</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Customers and their centres</source>
        <translation>Kunden und ihre Zentren</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>recommended: {count}</source>
        <translation>empfohlen: {count}</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>demand × km</source>
        <translation>Nachfrage × km</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>improvement</source>
        <translation>Verbesserung</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>saving by a further centre</source>
        <translation>Ersparnis durch ein weiteres Zentrum</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>total cost</source>
        <translation>Gesamtkosten</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>total cost (demand × km)</source>
        <translation>Gesamtkosten (Nachfrage × km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>How many centres</source>
        <translation>Wie viele Zentren</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Recommended is the number with the least total cost: {opening} per centre, {transport} per unit of demand and km.</source>
        <translation>Empfohlen wird die Anzahl mit den geringsten Gesamtkosten: {opening} je Zentrum, {transport} je Einheit der Nachfrage und km.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Recommended is the number with the least travel plus opening cost ({cost} each).</source>
        <translation>Empfohlen wird die Anzahl mit dem geringsten Fahrweg plus Eröffnungskosten (je {cost}).</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Recommended is the smallest number beyond which a further centre saves less than {least} % of the travel with one centre alone.</source>
        <translation>Empfohlen wird die kleinste Anzahl, ab der ein weiteres Zentrum weniger als {least} % des Fahrwegs mit nur einem Zentrum spart.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>demand</source>
        <translation>Nachfrage</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>centre</source>
        <translation>Zentrum</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Dashed lines are the bounds.</source>
        <translation>Gestrichelte Linien sind die Schranken.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Grey bars are centres that exist already.</source>
        <translation>Graue Balken sind Zentren, die schon bestehen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Customers and demand by centre</source>
        <translation>Kunden und Nachfrage nach Zentrum</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>{name} (existing)</source>
        <translation>{name} (bestehend)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>nearest</source>
        <translation>nächster</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>mean by demand</source>
        <translation>Mittel nach Nachfrage</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>radius</source>
        <translation>Radius</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Demand is “{field}”; the radius is the distance of the farthest customer.</source>
        <translation>Nachfrage ist „{field}“; der Radius ist die Entfernung des entferntesten Kunden.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>start of the best plan</source>
        <translation>Start des besten Plans</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>other starts</source>
        <translation>andere Starts</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>iteration</source>
        <translation>Iteration</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>{starts} starts with {count} centres, {rounds} allocations in all.</source>
        <translation>{starts} Starts mit {count} Zentren, insgesamt {rounds} Zuteilungen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>{share} changes hands: {changing} of {areas} areas get another territory.</source>
        <translation>{share} wechseln das Gebiet: {changing} von {areas} Flächen bekommen ein anderes Gebiet.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>No territory is farther from its target than {after}; before it was up to {before}.</source>
        <translation>Kein Gebiet ist weiter als {after} von seinem Sollwert entfernt; vorher waren es bis zu {before}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>No territory is farther from its target than {after}.</source>
        <translation>Kein Gebiet ist weiter als {after} von seinem Sollwert entfernt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>A trip is {after} on average; before it was {before}. From the best home in each new territory it is {new}.</source>
        <translation>Eine Fahrt ist im Mittel {after} lang; vorher waren es {before}. Ab dem besten Standort in jedem neuen Gebiet sind es {new}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>A trip is {after} on average; before it was {before}.</source>
        <translation>Eine Fahrt ist im Mittel {after} lang; vorher waren es {before}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>A trip is {after} on average; from the best home in each territory {new}.</source>
        <translation>Eine Fahrt ist im Mittel {after} lang; ab dem besten Standort in jedem Gebiet {new}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>A trip is {after} on average.</source>
        <translation>Eine Fahrt ist im Mittel {after} lang.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>All trips together take {after} hours; before {before}.</source>
        <translation>Alle Fahrten zusammen dauern {after} Stunden; vorher {before}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>One trip to each area takes {after} hours in all; before {before}.</source>
        <translation>Je eine Fahrt zu jeder Fläche dauert insgesamt {after} Stunden; vorher {before}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>From the best homes it is {new} hours.</source>
        <translation>Ab den besten Standorten sind es {new} Stunden.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/maps.py"/>
        <source>The map of the report could not be drawn: QGIS takes no features.</source>
        <translation>Die Karte des Berichts konnte nicht gezeichnet werden: QGIS nimmt keine Objekte an.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/output.py"/>
        <source>“Report” (REPORT) was not written.</source>
        <translation>„Bericht“ (REPORT) wurde nicht geschrieben.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/output.py"/>
        <source>The run was cancelled: its report has no maps and no charts, which take long.</source>
        <translation>Der Lauf wurde abgebrochen: Sein Bericht hat keine Karten und keine Diagramme, denn sie brauchen lange.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/output.py"/>
        <source>The report has no charts.</source>
        <translation>Der Bericht hat keine Diagramme.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/output.py"/>
        <source>{output} could not be made ({reason}). The layers of the run are whole; for the file, correct what is wrong or choose another place, and run again.</source>
        <translation>{output} konnte nicht erstellt werden ({reason}). Die Layer des Laufs sind vollständig; für die Datei beheben Sie die Ursache oder wählen Sie einen anderen Ort, und starten Sie den Lauf noch einmal.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/output.py"/>
        <source>The report cannot be written to '{path}': {reason}. Choose another place.</source>
        <translation>Der Bericht kann nicht nach '{path}' geschrieben werden: {reason}. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <location filename="../processing_provider/reports/runs_table.py"/>
        <location filename="../ui/workbench/dock.py"/>
        <location filename="../ui/workbench/run_page.py"/>
        <source>Run</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>The fingerprint changes with any geometry and any value that was used, not with the order of the rows.</source>
        <translation>Der Fingerabdruck ändert sich mit jeder Geometrie und jedem verwendeten Wert, nicht mit der Reihenfolge der Zeilen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>Parameters that were set</source>
        <translation>Gesetzte Parameter</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>Parameters left at their defaults</source>
        <translation>Parameter mit ihren Vorgaben</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <location filename="../processing_provider/reports/pdf.py"/>
        <source>Run again</source>
        <translation>Noch einmal rechnen</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>On the command line, with the plugin enabled in qgis_process (qgis_process plugins enable territory_design):</source>
        <translation>Auf der Befehlszeile, mit der in qgis_process aktivierten Erweiterung (qgis_process plugins enable territory_design):</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>Show all rows</source>
        <translation>Alle Zeilen zeigen</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>Notes of the run</source>
        <translation>Anmerkungen zum Lauf</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/parameters.py"/>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/parameters.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/parameters.py"/>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/parameters.py"/>
        <source>Maps, figures, tables and charts of the result, and how it was made, in one file for any web browser; for paper, if its name ends in .pdf.</source>
        <translation>Karten, Zahlen, Tabellen und Diagramme des Ergebnisses, und wie es entstanden ist, in einer Datei für jeden Webbrowser; für Papier, wenn ihr Name auf .pdf endet.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/parameters.py"/>
        <source>Sheets by representative</source>
        <translation>Blätter je Vertreter</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/parameters.py"/>
        <source>One PDF with a page for each representative: a map and a list of what stays, comes and goes, with deviation and travel before and after. Needs a plan before.</source>
        <translation>Eine PDF-Datei mit einer Seite für jeden Vertreter: eine Karte und eine Liste dessen, was bleibt, kommt und geht, mit Abweichung und Fahrweg vorher und nachher. Braucht einen Plan vorher.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/parameters.py"/>
        <location filename="../processing_provider/reports/runs_table.py"/>
        <source>Table of runs</source>
        <translation>Tabelle der Läufe</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/parameters.py"/>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/parameters.py"/>
        <source>A text file to which this run adds one row: its parameters, how it ended, and all its figures. What the file holds already stays. Give all rows of a batch the same file (Autofill ▸ Fill Down) to compare them in one table.</source>
        <translation>Eine Textdatei, der dieser Lauf eine Zeile anfügt: seine Parameter, wie er endete, und alle seine Zahlen. Was die Datei schon enthält, bleibt. Geben Sie allen Zeilen eines Stapels dieselbe Datei (Automatisch ausfüllen ▸ Nach unten ausfüllen), um sie in einer Tabelle zu vergleichen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/pdf.py"/>
        <source>Note: {note}</source>
        <translation>Anmerkung: {note}</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/pdf.py"/>
        <source>Territory Design · page {page} of {pages}</source>
        <translation>Territory Design · Seite {page} von {pages}</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/pdf.py"/>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>QGIS could not export the pages</source>
        <translation>QGIS konnte die Seiten nicht exportieren</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>Planned territories</source>
        <translation>Geplante Gebiete</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>costs</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>largest load of one representative</source>
        <translation>größte Auslastung eines Vertreters</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>territories</source>
        <translation>Gebiete</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <location filename="../ui/workbench/charts.py"/>
        <source>worst deviation</source>
        <translation>größte Abweichung</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>travel (h)</source>
        <translation>Fahrzeit (h)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>largest territory</source>
        <translation>größtes Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>load of the largest</source>
        <translation>Auslastung des größten</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>How many territories</source>
        <translation>Wie viele Gebiete</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>The plan of this report is the one with {count} territories (●).</source>
        <translation>Der Plan dieses Berichts ist der mit {count} Gebieten (●).</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>mean trip (km)</source>
        <translation>mittlere Fahrt (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>number of territories</source>
        <translation>Anzahl der Gebiete</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_maps.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>What changes hands</source>
        <translation>Was das Gebiet wechselt</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>{plan}, from the new homes</source>
        <translation>{plan}, ab den neuen Standorten</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>worst deviation from the target</source>
        <translation>größte Abweichung vom Sollwert</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>standard deviation from the target (σ)</source>
        <translation>Standardabweichung vom Sollwert (σ)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>mean absolute deviation</source>
        <translation>mittlere absolute Abweichung</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>largest over smallest total</source>
        <translation>größte durch kleinste Summe</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>length of borders</source>
        <translation>Länge der Grenzen</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>longest trip</source>
        <translation>längste Fahrt</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>travel (km)</source>
        <translation>Fahrweg (km)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>travel (hours)</source>
        <translation>Fahrzeit (Stunden)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>The plan in figures</source>
        <translation>Der Plan in Zahlen</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Deviation after, enlarged: {criterion}</source>
        <translation>Abweichung nachher, vergrößert: {criterion}</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Zero is the target. Bars that would dwarf all others are cut and say their value.</source>
        <translation>Null ist der Sollwert. Balken, die alle anderen klein aussehen ließen, sind abgeschnitten und nennen ihren Wert.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Deviation from the target in %: {criterion}</source>
        <translation>Abweichung vom Sollwert in %: {criterion}</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Deviation from the target in units: {criterion}</source>
        <translation>Abweichung vom Sollwert in Einheiten: {criterion}</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>target</source>
        <translation>Sollwert</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>target {stage}</source>
        <translation>Sollwert {stage}</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Shares of the territories: {criterion}</source>
        <translation>Anteile der Gebiete: {criterion}</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>km {stage}</source>
        <translation>km {stage}</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>hours {stage}</source>
        <translation>Stunden {stage}</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>mean trip {stage}</source>
        <translation>mittlere Fahrt {stage}</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Travel adds up one trip to each area that has weight, there but not back.</source>
        <translation>Der Fahrweg summiert eine Fahrt zu jeder Fläche, die Gewicht hat, hin, aber nicht zurück.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Travel adds up all trips, there but not back.</source>
        <translation>Der Fahrweg summiert alle Fahrten, hin, aber nicht zurück.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Hours are not known: there is no cost matrix with times.</source>
        <translation>Stunden sind nicht bekannt: Es gibt keine Kostenmatrix mit Zeiten.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>keeps</source>
        <translation>behält</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>gives</source>
        <translation>gibt ab</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>receives</source>
        <translation>nimmt auf</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>keeps {field}</source>
        <translation>behält {field}</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>gives {field}</source>
        <translation>gibt ab {field}</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>receives {field}</source>
        <translation>nimmt auf {field}</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Numbers of areas, and sums of what is balanced.</source>
        <translation>Anzahlen von Flächen und Summen dessen, was ausgeglichen wird.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Hand-over</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <location filename="../ui/workbench/hand.py"/>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>to</source>
        <translation>an</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>What goes from where to where</source>
        <translation>Was von wo nach wo geht</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>holds</source>
        <translation>eingehalten</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>{count} breaches</source>
        <extracomment>For exactly one: {count} breach</extracomment>
        <translation>
            <numerusform>{count} Verletzung</numerusform>
            <numerusform>{count} Verletzungen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>limit</source>
        <translation>Grenzwert</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Rules and limits</source>
        <translation>Regeln und Grenzwerte</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Every area has a territory</source>
        <translation>Jede Fläche hat ein Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Every territory has areas</source>
        <translation>Jedes Gebiet hat Flächen</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Territories are connected</source>
        <translation>Gebiete hängen zusammen</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>No part of a territory lies inside another</source>
        <translation>Kein Teil eines Gebiets liegt in einem anderen</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Areas that belong together are in one territory</source>
        <translation>Zusammengehörige Flächen liegen in einem Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Minimum total per territory</source>
        <translation>Mindestsumme je Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Maximum total per territory</source>
        <translation>Höchstsumme je Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Maximum change (% of the weight)</source>
        <translation>Maximale Änderung (% des Gewichts)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Every territory has a representative</source>
        <translation>Jedes Gebiet hat einen Vertreter</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Representatives live in their own territories</source>
        <translation>Vertreter wohnen in ihrem eigenen Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Territories have different names</source>
        <translation>Gebiete haben verschiedene Namen</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>Version of the plugin</source>
        <translation>Version der Erweiterung</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>QGIS</source>
        <translation>QGIS</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <location filename="../processing_provider/reports/runs_table.py"/>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>Seconds until this report</source>
        <translation>Sekunden bis zu diesem Bericht</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>These inputs are temporary layers, which only this session of QGIS knows: {inputs}. Save them to files to run the same again.</source>
        <translation>Diese Eingaben sind temporäre Layer, die nur diese Sitzung von QGIS kennt: {inputs}. Speichern Sie sie in Dateien, um dasselbe noch einmal zu rechnen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>Some parameters cannot be written as a command.</source>
        <translation>Manche Parameter lassen sich nicht als Befehl schreiben.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>The command cannot say that only selected or filtered features were used: {inputs}. Save these features to a file of their own first.</source>
        <translation>Der Befehl kann nicht sagen, dass nur gewählte oder gefilterte Objekte verwendet wurden: {inputs}. Speichern Sie diese Objekte zuerst in einer eigenen Datei.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>{layer}, selected features only</source>
        <translation>{layer}, nur gewählte Objekte</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>{layer}, where {filter}</source>
        <translation>{layer}, wo {filter}</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_reports.py"/>
        <source>“Sheets by representative” (SHEETS) were not written: they take long, and the run was cancelled. Run it to its end for them.</source>
        <translation>„Blätter je Vertreter“ (SHEETS) wurden nicht geschrieben: Sie brauchen lange, und der Lauf wurde abgebrochen. Führen Sie ihn dafür bis zum Ende aus.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_reports.py"/>
        <source>“Sheets by representative” (SHEETS) were not written: there is no plan before, from which anything goes. Start from the current plan for them.</source>
        <translation>„Blätter je Vertreter“ (SHEETS) wurden nicht geschrieben: Es gibt keinen Plan vorher, aus dem etwas geht. Beginnen Sie dafür mit dem aktuellen Plan.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_reports.py"/>
        <source>“Report” (REPORT)</source>
        <translation>„Bericht“ (REPORT)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_reports.py"/>
        <source>“Sheets by representative” (SHEETS)</source>
        <translation>„Blätter je Vertreter“ (SHEETS)</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/runs_table.py"/>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/runs_table.py"/>
        <source>“Table of runs” (RUNS): the run could not be added to '{path}' ({reason}). Close it in other programs. The layers of the run are whole.</source>
        <translation>„Tabelle der Läufe“ (RUNS): Der Lauf konnte nicht an '{path}' angefügt werden ({reason}). Schließen Sie die Datei in anderen Programmen. Die Layer des Laufs sind vollständig.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/runs_table.py"/>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/runs_table.py"/>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/runs_table.py"/>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>Blue: stays. Green: comes. Red: goes.</source>
        <translation>Blau: bleibt. Grün: kommt. Rot: geht.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>Comes</source>
        <translation>Kommt</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>Goes</source>
        <translation>Geht</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>Areas: {keeps} stay, {receives} come, {gives} go.</source>
        <translation>Flächen: {keeps} bleiben, {receives} kommen, {gives} gehen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>Deviation from the target: {before} before, {after} after.</source>
        <translation>Abweichung vom Sollwert: {before} vorher, {after} nachher.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>Travel: {before} km before, {after} km after</source>
        <translation>Fahrweg: {before} km vorher, {after} km nachher</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>Travel: {before} km and {before_h} hours before, {after} km and {after_h} hours after</source>
        <translation>Fahrweg: {before} km und {before_h} Stunden vorher, {after} km und {after_h} Stunden nachher</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>{travel}; from the best home {new} km.</source>
        <translation>{travel}; ab dem besten Standort {new} km.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>{travel}.</source>
        <translation>{travel}.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>{title}: nothing.</source>
        <translation>{title}: nichts.</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>{names} and {more} more</source>
        <translation>{names} und {more} weitere</translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>{title} ({count}): {names}</source>
        <translation>{title} ({count}): {names}</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/assignnew.py"/>
        <source>{count} customers are outside every polygon and get the nearest one, with confidence 0 (ids {names}).</source>
        <extracomment>For exactly one: {count} customer is outside every polygon and gets the nearest one, with confidence 0 (id {names}).</extracomment>
        <translation>
            <numerusform>{count} Kunde liegt außerhalb aller Polygone und bekommt das nächste, mit Sicherheit 0 (ID {names}).</numerusform>
            <numerusform>{count} Kunden liegen außerhalb aller Polygone und bekommen das nächste, mit Sicherheit 0 (IDs {names}).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/balance.py"/>
        <source>Searching: {areas} areas, {territories} territories.</source>
        <translation>Suche: {areas} Flächen, {territories} Gebiete.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/balance.py"/>
        <source>Population: {plans} plans on {count} islands.</source>
        <extracomment>For exactly one: Population: {plans} plans on {count} island.</extracomment>
        <translation>
            <numerusform>Population: {plans} Pläne auf {count} Insel.</numerusform>
            <numerusform>Population: {plans} Pläne auf {count} Inseln.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/clustercustomers.py"/>
        <source>Exact assignments by {solver}.</source>
        <translation>Exakte Zuordnungen durch {solver}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/compare.py"/>
        <source>To {count} areas no trip is known from the home of their territory, before or after; they are left out of the travel there, and no saving is given.</source>
        <extracomment>For exactly one: To {count} area no trip is known from the home of its territory, before or after; it is left out of the travel there, and no saving is given.</extracomment>
        <translation>
            <numerusform>Zu {count} Fläche ist vorher oder nachher keine Fahrt vom Standort ihres Gebiets bekannt; sie fehlt dort im Fahrweg, und es wird keine Ersparnis angegeben.</numerusform>
            <numerusform>Zu {count} Flächen ist vorher oder nachher keine Fahrt vom Standort ihres Gebiets bekannt; sie fehlen dort im Fahrweg, und es wird keine Ersparnis angegeben.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/costmatrix.py"/>
        <source>Network: {line_count:,} lines; {origins:,} × {destinations:,} places.</source>
        <translation>Netz: {line_count:,} Linien; {origins:,} × {destinations:,} Orte.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/evaluate.py"/>
        <source>{count} territories are not connected: {names}.</source>
        <extracomment>For exactly one: {count} territory is not connected: {names}.</extracomment>
        <translation>
            <numerusform>{count} Gebiet ist nicht zusammenhängend: {names}.</numerusform>
            <numerusform>{count} Gebiete sind nicht zusammenhängend: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/evaluate.py"/>
        <source>To {count} areas no trip is known from the home of their territory; they are left out of all figures of travel.</source>
        <extracomment>For exactly one: To {count} area no trip is known from the home of its territory; it is left out of all figures of travel.</extracomment>
        <translation>
            <numerusform>Zu {count} Fläche ist keine Fahrt vom Standort ihres Gebiets bekannt; sie fehlt in allen Zahlen zum Fahrweg.</numerusform>
            <numerusform>Zu {count} Flächen ist keine Fahrt vom Standort ihres Gebiets bekannt; sie fehlen in allen Zahlen zum Fahrweg.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/evaluate.py"/>
        <source>Worst deviation from the target: {deviation:,.1f} % ({territory}); no plan can be below {bound:,.3f} %.</source>
        <translation>Größte Abweichung vom Sollwert: {deviation:,.1f} % ({territory}); kein Plan kann unter {bound:,.3f} % liegen.</translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/evaluate.py"/>
        <source>Mean trip: {mean:,.1f} km.</source>
        <translation>Mittlere Fahrt: {mean:,.1f} km.</translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/execution.py"/>
        <source>Cancelled before there was a result; nothing was written.</source>
        <translation>Abgebrochen, bevor es ein Ergebnis gab; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/execution.py"/>
        <source>Cancelled: the best result so far was written.</source>
        <translation>Abgebrochen: Das bis dahin beste Ergebnis wurde geschrieben.</translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/greenfield.py"/>
        <source>Exact allocations by {solver}.</source>
        <translation>Exakte Zuteilungen durch {solver}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/importassignment.py"/>
        <source>{count} ids of the file are no areas of {layer}: {ids}.</source>
        <extracomment>For exactly one: {count} id of the file is no area of {layer}: {ids}.</extracomment>
        <translation>
            <numerusform>{count} ID der Datei ist keine Fläche von {layer}: {ids}.</numerusform>
            <numerusform>{count} IDs der Datei sind keine Flächen von {layer}: {ids}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/importassignment.py"/>
        <source>{count} areas are not in the file and get no territory: {ids}.</source>
        <extracomment>For exactly one: {count} area is not in the file and gets no territory: {ids}.</extracomment>
        <translation>
            <numerusform>{count} Fläche ist nicht in der Datei und bekommt kein Gebiet: {ids}.</numerusform>
            <numerusform>{count} Flächen sind nicht in der Datei und bekommen kein Gebiet: {ids}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/matchreps.py"/>
        <source>{clusters} clusters, {representatives} representatives; {retained} % keep their representative.</source>
        <translation>{clusters} Cluster, {representatives} Vertreter; {retained} % behalten ihren Vertreter.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/matchreps.py"/>
        <source>{count} clusters have no current representative and get new names.</source>
        <extracomment>For exactly one: {count} cluster has no current representative and gets a new name.</extracomment>
        <translation>
            <numerusform>{count} Cluster hat keinen aktuellen Vertreter und bekommt einen neuen Namen.</numerusform>
            <numerusform>{count} Cluster haben keinen aktuellen Vertreter und bekommen neue Namen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/matchreps.py"/>
        <source>{count} representatives get no cluster.</source>
        <extracomment>For exactly one: {count} representative gets no cluster.</extracomment>
        <translation>
            <numerusform>{count} Vertreter bekommt keinen Cluster.</numerusform>
            <numerusform>{count} Vertreter bekommen keinen Cluster.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/nearestrep.py"/>
        <source>{count} territories are not connected ({names}): some areas lie in regions without a representative that nothing connects to the others. Switch on “Join islands to their nearest neighbour” (BRIDGE), or draw edges in “Edited adjacency layer” (ADJACENCY).</source>
        <extracomment>For exactly one: {count} territory is not connected ({names}): some areas lie in regions without a representative that nothing connects to the others. Switch on “Join islands to their nearest neighbour” (BRIDGE), or draw edges in “Edited adjacency layer” (ADJACENCY).</extracomment>
        <translation>
            <numerusform>{count} Gebiet ist nicht zusammenhängend ({names}): Manche Flächen liegen in Regionen ohne Vertreter, die nichts mit den anderen verbindet. Schalten Sie „Inseln mit ihrem nächsten Nachbarn verbinden“ (BRIDGE) ein oder zeichnen Sie Kanten in „Bearbeiteter Nachbarschaftslayer“ (ADJACENCY).</numerusform>
            <numerusform>{count} Gebiete sind nicht zusammenhängend ({names}): Manche Flächen liegen in Regionen ohne Vertreter, die nichts mit den anderen verbindet. Schalten Sie „Inseln mit ihrem nächsten Nachbarn verbinden“ (BRIDGE) ein oder zeichnen Sie Kanten in „Bearbeiteter Nachbarschaftslayer“ (ADJACENCY).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/nearestrep.py"/>
        <source>{count} areas are reached by no representative ({ids}).</source>
        <extracomment>For exactly one: {count} area is reached by no representative ({ids}).</extracomment>
        <translation>
            <numerusform>{count} Fläche wird von keinem Vertreter erreicht ({ids}).</numerusform>
            <numerusform>{count} Flächen werden von keinem Vertreter erreicht ({ids}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/nearestrep.py"/>
        <source>{count} representatives are nearest to no area and get an empty territory: {names}.</source>
        <extracomment>For exactly one: {count} representative is nearest to no area and gets an empty territory: {names}.</extracomment>
        <translation>
            <numerusform>{count} Vertreter ist keiner Fläche am nächsten und bekommt ein leeres Gebiet: {names}.</numerusform>
            <numerusform>{count} Vertreter sind keiner Fläche am nächsten und bekommen ein leeres Gebiet: {names}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/sitereps.py"/>
        <source>{chosen} of {candidates} candidates; total of trips × cost {objective:,.0f} {unit}, no bound was computed ({status}).</source>
        <translation>{chosen} von {candidates} Kandidaten; Summe von Fahrten × Kosten {objective:,.0f} {unit}, eine Schranke wurde nicht berechnet ({status}).</translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/sitereps.py"/>
        <source>{chosen} of {candidates} candidates; total of trips × cost {objective:,.0f} {unit}, another choice saves {gap:.2f} % at most ({status}).</source>
        <translation>{chosen} von {candidates} Kandidaten; Summe von Fahrten × Kosten {objective:,.0f} {unit}, eine andere Auswahl spart höchstens {gap:.2f} % ({status}).</translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/sitereps.py"/>
        <source>{chosen} of {candidates} candidates; total of trips × cost {objective:,.0f} {unit}, the least possible ({status}).</source>
        <translation>{chosen} von {candidates} Kandidaten; Summe von Fahrten × Kosten {objective:,.0f} {unit}, die kleinstmögliche ({status}).</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/sitereps.py"/>
        <source>{count} places cannot be reached from any chosen home: {ids}.</source>
        <extracomment>For exactly one: {count} place cannot be reached from any chosen home: {ids}.</extracomment>
        <translation>
            <numerusform>{count} Ort ist von keinem gewählten Standort zu erreichen: {ids}.</numerusform>
            <numerusform>{count} Orte sind von keinem gewählten Standort zu erreichen: {ids}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/smoothoutliers.py"/>
        <source>Outliers: {found}, moved: {moved}; neighbours agree with {before} % before and {after} % after.</source>
        <translation>Ausreißer: {found}, verschoben: {moved}; die Nachbarn stimmen vorher bei {before} % und nachher bei {after} % zu.</translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/smoothoutliers.py"/>
        <source>Test: the territory of {accuracy} % of {tested} customers was foretold.</source>
        <translation>Test: Das Gebiet von {accuracy} % von {tested} Kunden wurde vorhergesagt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/validate.py"/>
        <source>No rule is broken.</source>
        <translation>Keine Regel ist verletzt.</translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/validate.py"/>
        <source>{count} breaches of {rule}.</source>
        <extracomment>For exactly one: {count} breach of {rule}.</extracomment>
        <translation>
            <numerusform>{count} Verletzung: {rule}.</numerusform>
            <numerusform>{count} Verletzungen: {rule}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Scenario 1 - nothing is given</source>
        <translation>Szenario 1 - nichts ist gegeben</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Homes, nearest home, balance, new homes: territories from a bare number.</source>
        <translation>Standorte, nächster Standort, Ausgleich, neue Standorte: Gebiete aus einer bloßen Anzahl.</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Chooses homes where travel is least, gives every area to the nearest home, balances the territories, and seeks homes anew inside them. In a large map say in which areas a home may be, e.g. the larger towns. Open it in the model designer to change its steps. The result can be saved for others: as a spreadsheet, as an alignment (a CSV file with area and territory; give a file name that ends in .csv), and as territories for Google Earth (a name that ends in .kml).</source>
        <translation>Wählt Standorte, wo die Fahrwege am kürzesten sind, gibt jede Fläche an den nächsten Standort, gleicht die Gebiete aus und sucht in ihnen neue Standorte. Sagen Sie auf einer großen Karte, in welchen Flächen ein Standort liegen darf, z. B. in den größeren Städten. Im Modelldesigner lassen sich die Schritte ändern. Das Ergebnis lässt sich für andere speichern: als Tabellendokument, als Zuordnung (eine CSV-Datei mit Fläche und Gebiet; geben Sie einen Dateinamen an, der auf .csv endet) und als Gebiete für Google Earth (ein Name, der auf .kml endet).</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Scenario 2 - homes are fixed</source>
        <translation>Szenario 2 - Standorte stehen fest</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Nearest representative, balance, and what moving would save.</source>
        <translation>Nächster Vertreter, Ausgleich, und was ein Umzug sparen würde.</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>The representatives stay where they live: every area goes to the nearest one, then the territories are balanced. The best home in each territory is told besides. Open it in the model designer to change its steps. The result can be saved for others: as a spreadsheet, as an alignment (a CSV file with area and territory; give a file name that ends in .csv), and as territories for Google Earth (a name that ends in .kml).</source>
        <translation>Die Vertreter bleiben, wo sie wohnen: Jede Fläche geht an den nächsten, dann werden die Gebiete ausgeglichen. Daneben steht der beste Standort in jedem Gebiet. Im Modelldesigner lassen sich die Schritte ändern. Das Ergebnis lässt sich für andere speichern: als Tabellendokument, als Zuordnung (eine CSV-Datei mit Fläche und Gebiet; geben Sie einen Dateinamen an, der auf .csv endet) und als Gebiete für Google Earth (ein Name, der auf .kml endet).</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Scenario 3 - a plan exists</source>
        <translation>Szenario 3 - ein Plan besteht</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Improves the current plan, and tells what changes hands.</source>
        <translation>Verbessert den aktuellen Plan und sagt, was das Gebiet wechselt.</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Balances the territories of the current plan, within a limit on how much may change hands, compares the two plans, and seeks the best home in each territory. Open it in the model designer to change its steps. The result can be saved for others: as a spreadsheet, as an alignment (a CSV file with area and territory; give a file name that ends in .csv), and as territories for Google Earth (a name that ends in .kml).</source>
        <translation>Gleicht die Gebiete des aktuellen Plans aus, innerhalb eines Grenzwerts dafür, wie viel das Gebiet wechseln darf, vergleicht beide Pläne und sucht den besten Standort in jedem Gebiet. Im Modelldesigner lassen sich die Schritte ändern. Das Ergebnis lässt sich für andere speichern: als Tabellendokument, als Zuordnung (eine CSV-Datei mit Fläche und Gebiet; geben Sie einen Dateinamen an, der auf .csv endet) und als Gebiete für Google Earth (ein Name, der auf .kml endet).</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Field to balance</source>
        <translation>Auszugleichendes Feld</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Homes where travel is least</source>
        <translation>Standorte, wo die Fahrwege am kürzesten sind</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Every area to the nearest home</source>
        <translation>Jede Fläche an den nächsten Standort</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Balance the territories</source>
        <translation>Die Gebiete ausgleichen</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>The best home inside each territory</source>
        <translation>Der beste Standort in jedem Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Tables for a spreadsheet</source>
        <translation>Tabellen für ein Tabellendokument</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Area and territory alone</source>
        <translation>Nur Fläche und Gebiet</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Alignment for other programs</source>
        <translation>Zuordnung für andere Programme</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Territories in WGS 84</source>
        <translation>Gebiete in WGS 84</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Territories for Google Earth</source>
        <translation>Gebiete für Google Earth</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Handover</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Spreadsheet (xlsx)</source>
        <translation>Tabellendokument (xlsx)</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Alignment (csv)</source>
        <translation>Zuordnung (csv)</translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Territories (kml)</source>
        <translation>Gebiete (kml)</translation>
    </message>
    <message>
        <location filename="../ui/edit_models.py"/>
        <source>Edit a Copy of the Model…</source>
        <translation>Eine Kopie des Modells bearbeiten…</translation>
    </message>
    <message>
        <location filename="../ui/entries.py"/>
        <source>Show in the Processing Toolbox</source>
        <translation>In den Verarbeitungswerkzeugen zeigen</translation>
    </message>
    <message>
        <location filename="../ui/entries.py"/>
        <source>Territory Design: show in the Processing Toolbox</source>
        <translation>Territory Design: in den Verarbeitungswerkzeugen zeigen</translation>
    </message>
    <message>
        <location filename="../ui/entries.py"/>
        <location filename="../ui/workbench/dock.py"/>
        <source>Territory workbench</source>
        <translation>Gebietswerkstatt</translation>
    </message>
    <message>
        <location filename="../ui/entries.py"/>
        <source>Territory workbench: plan and adjust on the map</source>
        <translation>Gebietswerkstatt: auf der Karte planen und anpassen</translation>
    </message>
    <message>
        <location filename="../ui/entries.py"/>
        <source>Example project</source>
        <translation>Beispielprojekt</translation>
    </message>
    <message>
        <location filename="../ui/entries.py"/>
        <source>Print layout of the territories (A4)</source>
        <translation>Drucklayout der Gebiete (A4)</translation>
    </message>
    <message>
        <location filename="../ui/entries.py"/>
        <source>Print layout of the territories (A3)</source>
        <translation>Drucklayout der Gebiete (A3)</translation>
    </message>
    <message>
        <location filename="../ui/entries.py"/>
        <source>{algorithm}…</source>
        <translation>{algorithm}…</translation>
    </message>
    <message>
        <location filename="../ui/entries.py"/>
        <source>The Processing toolbox is not available. Enable the plugin “Processing” under Plugins ▸ Manage and Install Plugins… and try again.</source>
        <translation>Die Verarbeitungswerkzeuge sind nicht verfügbar. Aktivieren Sie die Erweiterung „Processing“ unter Erweiterungen ▸ Erweiterungen verwalten und installieren… und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../ui/example.py"/>
        <source>Folder in which the example project is kept</source>
        <translation>Ordner, in dem das Beispielprojekt aufbewahrt wird</translation>
    </message>
    <message>
        <location filename="../ui/example.py"/>
        <source>The example project could not be copied: {reason}. Choose a folder in which you may write.</source>
        <translation>Das Beispielprojekt konnte nicht kopiert werden: {reason}. Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <location filename="../ui/example.py"/>
        <source>Heidelberg region</source>
        <translation>Region Heidelberg</translation>
    </message>
    <message>
        <location filename="../ui/example.py"/>
        <source>Municipalities</source>
        <translation>Gemeinden</translation>
    </message>
    <message>
        <location filename="../ui/example.py"/>
        <source>Representatives next year</source>
        <translation>Vertreter nächstes Jahr</translation>
    </message>
    <message>
        <location filename="../ui/example.py"/>
        <source>Depot</source>
        <translation>Depot</translation>
    </message>
    <message>
        <location filename="../ui/example.py"/>
        <source>Roads</source>
        <translation>Straßen</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>1. How fair are the current territories?</source>
        <translation>1. Wie gerecht sind die aktuellen Gebiete?</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Five representatives look after 134 municipalities; each has what is nearest. Run Evaluate and read in the log: the worst deviation of a territory from its fair share of the potential, and the mean trip.</source>
        <translation>Fünf Vertreter betreuen 134 Gemeinden; jeder hat, was ihm am nächsten liegt. Starten Sie „Gebiete bewerten“ und lesen Sie im Protokoll: die größte Abweichung eines Gebiets von seinem gerechten Anteil am Potenzial und die mittlere Fahrt.</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Evaluate the current plan</source>
        <translation>Den aktuellen Plan bewerten</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>2. Balance them</source>
        <translation>2. Ausgleichen</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Emma works half-time, as the field “share” says, so she gets half of what the others get. All stay where they live. After the run the new territories lie on the map, and the log says how much longer the trips are.</source>
        <translation>Emma arbeitet halbtags, wie das Feld „share“ sagt, bekommt also halb so viel wie die anderen. Alle bleiben, wo sie wohnen. Nach dem Lauf liegen die neuen Gebiete auf der Karte, und das Protokoll sagt, wie viel länger die Fahrten sind.</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Balance the potential</source>
        <translation>Das Potenzial ausgleichen</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>3. What changes hands?</source>
        <translation>3. Was wechselt das Gebiet?</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Compare the current plan (“rep_now”) with the one that step 2 has made (“territory”): who gives what to whom?</source>
        <translation>Vergleichen Sie den aktuellen Plan („rep_now“) mit dem aus Schritt 2 („territory“): Wer gibt was an wen ab?</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Compare the two plans</source>
        <translation>Die beiden Pläne vergleichen</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>4. Share out customers instead of areas</source>
        <translation>4. Kunden statt Flächen verteilen</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>600 customers, between 100 and 140 for each representative; four of them must stay with the one whom they know (field “fixed_rep”).</source>
        <translation>600 Kunden, zwischen 100 und 140 für jeden Vertreter; vier von ihnen müssen bei dem bleiben, den sie kennen (Feld „fixed_rep“).</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Cluster the customers</source>
        <translation>Die Kunden gruppieren</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>5. Drive instead of fly</source>
        <translation>5. Fahren statt fliegen</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Travel times on roads from every representative to every municipality. Balance takes the table as “Cost matrix”, with “ags” as the field that identifies an area. The dashed roads are made up; README.txt beside the project says why.</source>
        <translation>Fahrzeiten auf Straßen von jedem Vertreter zu jeder Gemeinde. „Gebiete ausgleichen“ nimmt die Tabelle als „Kostenmatrix“, mit „ags“ als dem Feld, das eine Fläche kennzeichnet. Die gestrichelten Straßen sind erfunden; README.txt neben dem Projekt sagt, warum.</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Measure travel times</source>
        <translation>Fahrzeiten messen</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>First steps in Territory Design</source>
        <translation>Erste Schritte in Territory Design</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>The Heidelberg region with made-up representatives and customers, in a copy that is yours: change what you like. Each link opens a dialog that is filled in; press Run.</source>
        <translation>Die Region Heidelberg mit erfundenen Vertretern und Kunden, in einer Kopie, die Ihnen gehört: Ändern Sie, was Sie wollen. Jeder Verweis öffnet einen ausgefüllten Dialog; drücken Sie „Starten“.</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>The tutorials go on from here with the same data, each from a question to a decision. The Help button of each dialog opens the manual’s page about it.</source>
        <translation>Die Anleitungen führen von hier mit denselben Daten weiter, jede von einer Frage zu einer Entscheidung. Die Hilfe-Schaltfläche jedes Dialogs öffnet dessen Seite im Handbuch.</translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Read the tutorials</source>
        <translation>Die Anleitungen lesen</translation>
    </message>
    <message>
        <location filename="../ui/print_layout.py"/>
        <source>There are no territories to print. Run “Balance territories” or “Evaluate territories” first, and keep its layer “Territories” in the project.</source>
        <translation>Es gibt keine Gebiete zu drucken. Starten Sie zuerst „Gebiete ausgleichen“ oder „Gebiete bewerten“ und behalten Sie dessen Layer „Gebiete“ im Projekt.</translation>
    </message>
    <message>
        <location filename="../ui/print_layout.py"/>
        <source>Territories {paper}</source>
        <translation>Gebiete {paper}</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternative_runs.py"/>
        <source>Comparing the plans …</source>
        <translation>Die Pläne werden verglichen …</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternative_runs.py"/>
        <source>Writing the areas and the report …</source>
        <translation>Flächen und Bericht werden geschrieben …</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternative_runs.py"/>
        <source>Another comparison or export is going on. Wait for its end, and try again.</source>
        <translation>Ein anderer Vergleich oder Export ist im Gang. Warten Sie sein Ende ab, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternative_runs.py"/>
        <source>{changed:.1f} % of the weight changes hands. The report is open in the browser.</source>
        <translation>{changed:.1f} % des Gewichts wechseln das Gebiet. Der Bericht ist im Browser geöffnet.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternative_runs.py"/>
        <source>Written: {path}</source>
        <translation>Geschrieben: {path}</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>File of the alternatives</source>
        <translation>Datei der Alternativen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Save the project, or choose a file: the alternatives are kept beside it.</source>
        <translation>Speichern Sie das Projekt oder wählen Sie eine Datei: Die Alternativen werden daneben aufbewahrt.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Choose an alternative in the table.</source>
        <translation>Wählen Sie eine Alternative in der Tabelle.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Save the project, or choose a file for the alternatives.</source>
        <translation>Speichern Sie das Projekt oder wählen Sie eine Datei für die Alternativen.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Beginning</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Alternative {name}</source>
        <translation>Alternative {name}</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Plan from {file}</source>
        <translation>Plan aus {file}</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Plan {number}</source>
        <translation>Plan {number}</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Choose one alternative, or two, in the table.</source>
        <translation>Wählen Sie in der Tabelle eine Alternative oder zwei.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Export the areas</source>
        <translation>Die Flächen exportieren</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Import a plan</source>
        <translation>Einen Plan importieren</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Text files (*.csv *.txt *.tsv)</source>
        <translation>Textdateien (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Alternative</source>
        <translation>Alternative</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Name of the alternative</source>
        <translation>Name der Alternative</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <location filename="../ui/workbench/charts.py"/>
        <source>Worst deviation</source>
        <translation>Größte Abweichung</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Mean trip</source>
        <translation>Mittlere Fahrt</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Made from</source>
        <translation>Erstellt aus</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Keep the plan</source>
        <translation>Den Plan behalten</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Write the plan as it is now into the file.</source>
        <translation>Den Plan, wie er jetzt ist, in die Datei schreiben.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Put the chosen alternative on the map.</source>
        <translation>Die gewählte Alternative auf die Karte bringen.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>A copy under another name.</source>
        <translation>Eine Kopie unter anderem Namen.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Two chosen ones, or one with the plan on the map.</source>
        <translation>Zwei gewählte, oder eine mit dem Plan auf der Karte.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>A layer of areas, and a report beside it.</source>
        <translation>Ein Flächenlayer und daneben ein Bericht.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>A text file: area id, territory, locked.</source>
        <translation>Eine Textdatei: ID der Fläche, Gebiet, fixiert.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Where the alternatives of this project are kept.</source>
        <translation>Wo die Alternativen dieses Projekts aufbewahrt werden.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_store.py"/>
        <source>This alternative is not in the file any more.</source>
        <translation>Diese Alternative ist nicht mehr in der Datei.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_store.py"/>
        <source>The alternatives in {path} cannot be used: {reason}. Choose another file.</source>
        <translation>Die Alternativen in {path} sind nicht verwendbar: {reason}. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/bound.py"/>
        <source>Lower bound</source>
        <translation>Untere Schranke</translation>
    </message>
    <message>
        <location filename="../ui/workbench/charts.py"/>
        <source>best fitness</source>
        <translation>beste Fitness</translation>
    </message>
    <message>
        <location filename="../ui/workbench/charts.py"/>
        <source>mean fitness</source>
        <translation>mittlere Fitness</translation>
    </message>
    <message>
        <location filename="../ui/workbench/charts.py"/>
        <source>generation {first} to {last}</source>
        <translation>Generation {first} bis {last}</translation>
    </message>
    <message>
        <location filename="../ui/workbench/charts.py"/>
        <source>{name}: worst deviation {deviation:.2f} %, {trip:.1f} km, {changed:.1f} % changed</source>
        <translation>{name}: größte Abweichung {deviation:.2f} %, {trip:.1f} km, {changed:.1f} % geändert</translation>
    </message>
    <message>
        <location filename="../ui/workbench/charts.py"/>
        <source>Mean trip (km)</source>
        <translation>Mittlere Fahrt (km)</translation>
    </message>
    <message>
        <location filename="../ui/workbench/charts.py"/>
        <source>larger dots: more changes hands</source>
        <translation>größere Punkte: mehr wechselt das Gebiet</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/csv_plans.py"/>
        <source>{count} ids of the file are those of no area: {ids}.</source>
        <extracomment>For exactly one: {count} id of the file is that of no area: {ids}.</extracomment>
        <translation>
            <numerusform>{count} ID der Datei gehört zu keiner Fläche: {ids}.</numerusform>
            <numerusform>{count} IDs der Datei gehören zu keiner Fläche: {ids}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/csv_plans.py"/>
        <source>{count} areas are not in the file and stay as they are: {ids}.</source>
        <extracomment>For exactly one: {count} area is not in the file and stays as it is: {ids}.</extracomment>
        <translation>
            <numerusform>{count} Fläche steht nicht in der Datei und bleibt, wie sie ist: {ids}.</numerusform>
            <numerusform>{count} Flächen stehen nicht in der Datei und bleiben, wie sie sind: {ids}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/workbench/dock.py"/>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <location filename="../ui/workbench/dock.py"/>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location filename="../ui/workbench/dock.py"/>
        <source>Alternatives</source>
        <translation>Alternativen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/dock.py"/>
        <source>Reading the plan …</source>
        <translation>Der Plan wird gelesen …</translation>
    </message>
    <message>
        <location filename="../ui/workbench/explaining.py"/>
        <source>Area {area} belongs to {name}.</source>
        <translation>Fläche {area} gehört zu {name}.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/explaining.py"/>
        <source>It touches no other territory: nothing pulls at it.</source>
        <translation>Sie berührt kein anderes Gebiet: Nichts zieht an ihr.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/explaining.py"/>
        <source>To {name}: worst deviation {before:.2f} → {after:.2f} %, mean trip {now} → {then}</source>
        <translation>An {name}: größte Abweichung {before:.2f} → {after:.2f} %, mittlere Fahrt {now} → {then}</translation>
    </message>
    <message>
        <location filename="../ui/workbench/explaining.py"/>
        <source>{move}. Not allowed: {reason}</source>
        <translation>{move}. Nicht erlaubt: {reason}</translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>Choose the layer of areas that are divided into territories.</source>
        <translation>Wählen Sie den Layer der Flächen, die in Gebiete geteilt werden.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>This layer holds no polygons. Choose a layer of areas.</source>
        <translation>Dieser Layer enthält keine Polygone. Wählen Sie einen Flächenlayer.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>This layer is empty, or its filter leaves nothing.</source>
        <translation>Dieser Layer ist leer, oder sein Filter lässt nichts übrig.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>This layer is not in the project any more.</source>
        <translation>Dieser Layer ist nicht mehr im Projekt.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>Say from what to start: a plan field, representatives, or a number.</source>
        <translation>Sagen Sie, womit zu beginnen ist: einem Planfeld, Vertretern oder einer Anzahl.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>Choose a field that is different in every area. Where there is none, make one with the field calculator ($id).</source>
        <translation>Wählen Sie ein Feld, das in jeder Fläche einen anderen Wert hat. Wo es keines gibt, legen Sie eines mit dem Feldrechner an ($id).</translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>Some areas share a value of this field, or have none.</source>
        <translation>Manche Flächen haben denselben Wert in diesem Feld oder keinen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/guessing.py"/>
        <source>The layer has no fields {names} any more.</source>
        <extracomment>For exactly one: The layer has no field {names} any more.</extracomment>
        <translation>
            <numerusform>Der Layer hat das Feld {names} nicht mehr.</numerusform>
            <numerusform>Der Layer hat die Felder {names} nicht mehr.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>“{name}” holds texts, not numbers. Convert it with the field calculator (to_real).</source>
        <translation>„{name}“ enthält Texte, keine Zahlen. Wandeln Sie es mit dem Feldrechner um (to_real).</translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <location filename="../ui/workbench/reading.py"/>
        <location filename="../ui/workbench/session.py"/>
        <source>The layer has no field “{name}” any more.</source>
        <translation>Der Layer hat das Feld „{name}“ nicht mehr.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>This field identifies the areas; it cannot hold the plan too.</source>
        <translation>Dieses Feld kennzeichnet die Flächen; es kann nicht auch den Plan enthalten.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>Some representatives share a value of this field, or have none.</source>
        <translation>Manche Vertreter haben denselben Wert in diesem Feld oder keinen.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>The representatives have no such field any more.</source>
        <translation>Die Vertreter haben kein solches Feld mehr.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/hand.py"/>
        <source>Nothing that the territory does not have already.</source>
        <translation>Nichts, was das Gebiet nicht schon hat.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/hand.py"/>
        <source>{count} areas are locked and left out.</source>
        <extracomment>For exactly one: {count} area is locked and left out.</extracomment>
        <translation>
            <numerusform>{count} Fläche ist fixiert und bleibt außen vor.</numerusform>
            <numerusform>{count} Flächen sind fixiert und bleiben außen vor.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/workbench/hand.py"/>
        <source>No single move helps any more.</source>
        <translation>Kein einzelner Wechsel hilft noch.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/layer_edits.py"/>
        <source>The layer does not take “{value}” for the territory. Nothing was changed.</source>
        <translation>Der Layer nimmt „{value}“ nicht als Gebiet an. Nichts wurde geändert.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/layer_edits.py"/>
        <source>The layer of areas was removed from the project.</source>
        <translation>Der Flächenlayer wurde aus dem Projekt entfernt.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/layer_edits.py"/>
        <source>This layer cannot be edited: it is read-only. Use “Work on a copy”, which takes the areas with their plan into a layer of its own.</source>
        <translation>Dieser Layer ist nicht bearbeitbar: Er ist schreibgeschützt. Verwenden Sie „An einer Kopie arbeiten“; das übernimmt die Flächen mit ihrem Plan in einen eigenen Layer.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>People come and go, and share the work, where there are representatives. Choose their layer on the page “Set up”.</source>
        <translation>Leute kommen, gehen und teilen sich die Arbeit, wo es Vertreter gibt. Wählen Sie deren Layer auf der Seite „Einrichten“.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>Click on the map where the new representative lives.</source>
        <translation>Klicken Sie auf der Karte, wo der neue Vertreter wohnt.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>{name} leaves</source>
        <translation>{name} scheidet aus</translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>Give a name that no other territory has.</source>
        <translation>Geben Sie einen Namen an, den kein anderes Gebiet hat.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>Territories have numbers here: give the new one a number, too.</source>
        <translation>Gebiete haben hier Nummern: Geben Sie auch dem neuen eine Nummer.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>{name} joins</source>
        <translation>{name} kommt hinzu</translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>Share of {name}: {before:g} → {after:g}</source>
        <translation>Anteil von {name}: {before:g} → {after:g}</translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>Somebody joins</source>
        <translation>Jemand kommt hinzu</translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>Name of the new territory</source>
        <translation>Name des neuen Gebiets</translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>Share of the work</source>
        <translation>Anteil an der Arbeit</translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>Share of {name} (1 is a full one)</source>
        <translation>Anteil von {name} (1 ist ein voller)</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_page.py"/>
        <source>Worst deviation {worst:.2f} % (no plan below {bound}) · σ {sigma:.2f} % · mean trip {trip} · borders {border} · changed {changed:.1f} %</source>
        <translation>Größte Abweichung {worst:.2f} % (kein Plan unter {bound}) · σ {sigma:.2f} % · mittlere Fahrt {trip} · Grenzen {border} · geändert {changed:.1f} %</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/plan_page.py"/>
        <source>{count} problems</source>
        <extracomment>For exactly one: {count} problem</extracomment>
        <translation>
            <numerusform>{count} Problem</numerusform>
            <numerusform>{count} Probleme</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_page.py"/>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/plan_page.py"/>
        <source>{count} more problems are not listed.</source>
        <extracomment>For exactly one: {count} more problem is not listed.</extracomment>
        <translation>
            <numerusform>{count} weiteres Problem ist nicht aufgeführt.</numerusform>
            <numerusform>{count} weitere Probleme sind nicht aufgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Click or paint areas (N, P: next, previous territory; hold space: pan)</source>
        <translation>Flächen anklicken oder malen (N, P: nächstes, voriges Gebiet; Leertaste halten: Karte verschieben)</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Catch areas in a rectangle</source>
        <translation>Flächen mit einem Rechteck einfangen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Catch areas with a lasso</source>
        <translation>Flächen mit einem Lasso einfangen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Why is this area here? Click it</source>
        <translation>Warum liegt diese Fläche hier? Anklicken</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Undo the last stroke</source>
        <translation>Letzte Bearbeitung zurücknehmen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Give areas to nobody (U)</source>
        <translation>Flächen niemandem geben (U)</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Best next move: show it, then Enter</source>
        <translation>Bester nächster Wechsel: zeigen, dann Eingabetaste</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Repair contiguity: join cut-off parts</source>
        <translation>Zusammenhang reparieren: abgetrennte Teile anschließen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Assign</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Give what is shaded to the territory (Enter)</source>
        <translation>Das Schattierte dem Gebiet geben (Eingabetaste)</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Drop</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Forget what is shaded (Escape)</source>
        <translation>Das Schattierte vergessen (Esc)</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Locks: the hand and the optimiser keep to them (L: the area under the pointer)</source>
        <translation>Fixierungen: Hand und Optimierung halten sich daran (L: die Fläche unter dem Mauszeiger)</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Lock selected territories</source>
        <translation>Ausgewählte Gebiete fixieren</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Unlock selected territories</source>
        <translation>Fixierung ausgewählter Gebiete lösen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Lock all territories</source>
        <translation>Alle Gebiete fixieren</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Unlock everything</source>
        <translation>Alle Fixierungen lösen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>People come and go</source>
        <translation>Leute kommen und gehen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>The representative leaves…</source>
        <translation>Der Vertreter scheidet aus…</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Somebody joins… (click the home on the map)</source>
        <translation>Jemand kommt hinzu… (Standort auf der Karte anklicken)</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Change the share of the work…</source>
        <translation>Anteil an der Arbeit ändern…</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Take areas only from this territory</source>
        <translation>Flächen nur aus diesem Gebiet nehmen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Whole groups</source>
        <translation>Ganze Gruppen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Areas that stay together are taken together.</source>
        <translation>Flächen, die zusammenbleiben, werden zusammen genommen.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>from anybody</source>
        <translation>von allen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>only what nobody has</source>
        <translation>nur, was niemand hat</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>only from {name}</source>
        <translation>nur von {name}</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>To: {name}</source>
        <translation>An: {name}</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_values.py"/>
        <source>Balanced</source>
        <translation>Ausgeglichen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_values.py"/>
        <source>Together</source>
        <translation>Bleibt zusammen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_values.py"/>
        <source>Maximum deviation</source>
        <translation>Maximale Abweichung</translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_values.py"/>
        <source>Locked territories</source>
        <translation>Fixierte Gebiete</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/proposal.py"/>
        <source>{count} areas that it has territories for are not in the layer any more.</source>
        <extracomment>For exactly one: {count} area that it has a territory for is not in the layer any more.</extracomment>
        <translation>
            <numerusform>{count} Fläche, für die er ein Gebiet hat, ist nicht mehr im Layer.</numerusform>
            <numerusform>{count} Flächen, für die er Gebiete hat, sind nicht mehr im Layer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/proposal.py"/>
        <source>{count} areas will be locked.</source>
        <extracomment>For exactly one: {count} area will be locked.</extracomment>
        <translation>
            <numerusform>{count} Fläche wird fixiert.</numerusform>
            <numerusform>{count} Flächen werden fixiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/proposal.py"/>
        <source>{count} areas will be unlocked.</source>
        <extracomment>For exactly one: {count} area will be unlocked.</extracomment>
        <translation>
            <numerusform>Die Fixierung von {count} Fläche wird gelöst.</numerusform>
            <numerusform>Die Fixierung von {count} Flächen wird gelöst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/proposal.py"/>
        <location filename="../ui/workbench/wording.py"/>
        <source>{count} areas would change hands.</source>
        <extracomment>For exactly one: {count} area would change hands.</extracomment>
        <translation>
            <numerusform>{count} Fläche würde das Gebiet wechseln.</numerusform>
            <numerusform>{count} Flächen würden das Gebiet wechseln.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/workbench/proposal.py"/>
        <location filename="../ui/workbench/wording.py"/>
        <source>Worst deviation: {before:.2f} → {after:.2f} %</source>
        <translation>Größte Abweichung: {before:.2f} → {after:.2f} %</translation>
    </message>
    <message>
        <location filename="../ui/workbench/proposal.py"/>
        <source>Mean trip: {before} → {after}</source>
        <translation>Mittlere Fahrt: {before} → {after}</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/proposal.py"/>
        <source>{count} areas that would change hands were locked while the run went on. Unlock them, or run again.</source>
        <extracomment>For exactly one: {count} area that would change hands was locked while the run went on. Unlock it, or run again.</extracomment>
        <translation>
            <numerusform>{count} Fläche, die das Gebiet wechseln würde, wurde während des Laufs fixiert. Lösen Sie ihre Fixierung, oder starten Sie den Lauf noch einmal.</numerusform>
            <numerusform>{count} Flächen, die das Gebiet wechseln würden, wurden während des Laufs fixiert. Lösen Sie ihre Fixierung, oder starten Sie den Lauf noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/workbench/proposal.py"/>
        <source>No area changes hands.</source>
        <translation>Keine Fläche wechselt das Gebiet.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/proposal.py"/>
        <source>The plan stays as it is: nothing better was found.</source>
        <translation>Der Plan bleibt, wie er ist: Nichts Besseres wurde gefunden.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/reading.py"/>
        <source>The layer of areas is not in the project any more.</source>
        <translation>Der Flächenlayer ist nicht mehr im Projekt.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/reading.py"/>
        <location filename="../ui/workbench/run.py"/>
        <source>The algorithms of Territory Design are not available.</source>
        <translation>Die Werkzeuge von Territory Design sind nicht verfügbar.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/reading.py"/>
        <source>The cost matrix is not in the project any more.</source>
        <translation>Die Kostenmatrix ist nicht mehr im Projekt.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/reading.py"/>
        <location filename="../ui/workbench/runs.py"/>
        <source>Reading the plan</source>
        <translation>Plan lesen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/reading.py"/>
        <source>The plan was not read to its end. Open it again.</source>
        <translation>Der Plan wurde nicht zu Ende gelesen. Öffnen Sie ihn erneut.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>Only the territories selected in the table</source>
        <translation>Nur die in der Tabelle ausgewählten Gebiete</translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>no limit</source>
        <translation>kein Grenzwert</translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>until it gets no better</source>
        <translation>bis es nicht mehr besser wird</translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>Stop and keep best</source>
        <translation>Anhalten und das Beste behalten</translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>Maximum change</source>
        <translation>Maximale Änderung</translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>the plan, which is improved</source>
        <translation>dem Plan, der verbessert wird</translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>the representatives</source>
        <translation>den Vertretern</translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>nothing: {count} territories</source>
        <translation>nichts: {count} Gebieten</translation>
    </message>
    <message>
        <location filename="../ui/workbench/runs.py"/>
        <source>Select two territories or more in the table of the plan.</source>
        <translation>Wählen Sie in der Tabelle des Plans zwei oder mehr Gebiete aus.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/runs.py"/>
        <source>Balance</source>
        <translation>Ausgleichen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/runs.py"/>
        <source>Balance the selected territories</source>
        <translation>Die ausgewählten Gebiete ausgleichen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/runs.py"/>
        <source>A run is going on. Stop it or wait for its end, and try again.</source>
        <translation>Ein Lauf ist im Gang. Beenden Sie ihn oder warten Sie sein Ende ab, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/runs.py"/>
        <source>Cancelled: there is no result.</source>
        <translation>Abgebrochen: Es gibt kein Ergebnis.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/runs.py"/>
        <source>The run wrote no areas.</source>
        <translation>Der Lauf schrieb keine Flächen.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/session.py"/>
        <source>Areas to nobody</source>
        <translation>Flächen an niemanden</translation>
    </message>
    <message>
        <location filename="../ui/workbench/session.py"/>
        <source>Areas to {name}</source>
        <translation>Flächen an {name}</translation>
    </message>
    <message>
        <location filename="../ui/workbench/session.py"/>
        <source>Nothing to repair: no part can be joined to a neighbour.</source>
        <translation>Nichts zu reparieren: Kein Teil lässt sich an einen Nachbarn anschließen.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/session.py"/>
        <source>Repair contiguity</source>
        <translation>Zusammenhang reparieren</translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>every area counts 1</source>
        <translation>jede Fläche zählt 1</translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>The table of the plan shows it beside each territory.</source>
        <translation>Die Tabelle des Plans zeigt ihn neben jedem Gebiet.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>as the plan or the representatives say</source>
        <translation>wie der Plan oder die Vertreter es sagen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>A travel table as “Travel cost matrix” writes it, or of a routing plugin: trips, means and new plans count by it.</source>
        <translation>Eine Fahrtentabelle, wie „Kostenmatrix der Fahrten“ sie schreibt, oder eine aus einer Routing-Erweiterung: Fahrten, Mittelwerte und neue Pläne richten sich nach ihr.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Territories stay connected</source>
        <translation>Gebiete bleiben zusammenhängend</translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Open the plan</source>
        <translation>Den Plan öffnen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Show the plan in the plan field, to work on it by hand.</source>
        <translation>Den Plan im Planfeld zeigen, um ihn von Hand zu bearbeiten.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Fields to balance</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Field with the plan (empty: there is none yet)</source>
        <translation>Feld mit dem Plan (leer: es gibt noch keinen)</translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Field that identifies them</source>
        <translation>Feld, das sie kennzeichnet</translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Field with their names (empty: as above)</source>
        <translation>Feld mit ihren Namen (leer: wie oben)</translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Field with their shares (empty: equal)</source>
        <translation>Feld mit ihren Anteilen (leer: gleich)</translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Field with the number of trips (empty: as the weight)</source>
        <translation>Feld mit der Zahl der Fahrten (leer: nach dem Gewicht)</translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Cost matrix (empty: straight lines)</source>
        <translation>Kostenmatrix (leer: gerade Linien)</translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>There is no plan yet: make one on the page “Run”.</source>
        <translation>Es gibt noch keinen Plan: Erstellen Sie einen auf der Seite „Rechnen“.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Deviation: {field}</source>
        <translation>Abweichung: {field}</translation>
    </message>
    <message>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Deviation</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Target: {field}</source>
        <translation>Sollwert: {field}</translation>
    </message>
    <message>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Locked: it neither gives nor receives areas.</source>
        <translation>Fixiert: Es gibt keine Flächen ab und nimmt keine auf.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Some areas of it are locked.</source>
        <translation>Einige seiner Flächen sind fixiert.</translation>
    </message>
    <message>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Now {now}, when the work began {before}</source>
        <translation>Jetzt {now}, zu Beginn der Arbeit {before}</translation>
    </message>
    <message>
        <location filename="../ui/workbench/territory_table.py"/>
        <source>Zoom to it</source>
        <translation>Darauf zoomen</translation>
    </message>
    <message>
        <location filename="../ui/workbench/territory_table.py"/>
        <source>Lock</source>
        <translation>Fixieren</translation>
    </message>
    <message>
        <location filename="../ui/workbench/territory_table.py"/>
        <source>Unlock</source>
        <translation>Fixierung lösen</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/wording.py"/>
        <source>{count} more reasons are against it.</source>
        <extracomment>For exactly one: {count} more reason is against it.</extracomment>
        <translation>
            <numerusform>{count} weiterer Grund spricht dagegen.</numerusform>
            <numerusform>{count} weitere Gründe sprechen dagegen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/workbench/wording.py"/>
        <source>{name}: {before} → {after}</source>
        <translation>{name}: {before} → {after}</translation>
    </message>
    <message>
        <location filename="../ui/workbench/wording.py"/>
        <source>Mean trip of these: {before} → {after}</source>
        <translation>Mittlere Fahrt davon: {before} → {after}</translation>
    </message>
    <message>
        <location filename="../ui/workbench/workbench.py"/>
        <source>Workbench</source>
        <translation>Werkstatt</translation>
    </message>
    <message>
        <location filename="../ui/workbench/workbench.py"/>
        <source>Work on a copy</source>
        <translation>An einer Kopie arbeiten</translation>
    </message>
    <message>
        <location filename="../ui/workbench/working_copy.py"/>
        <source>{layer} (copy)</source>
        <translation>{layer} (Kopie)</translation>
    </message>
    <message>
        <source>More generations find better plans now and then, and take longer.</source>
        <translation type="vanished">Mehr Generationen finden hin und wieder bessere Pläne und dauern länger.</translation>
    </message>
    <message>
        <source>A plan in which some territory deviates more is refused. Smaller deviations cost nothing, which leaves room for shorter trips and borders. Empty: no limit, and the most even plan is looked for.</source>
        <translation type="vanished">Ein Plan, in dem ein Gebiet stärker abweicht, wird abgelehnt. Kleinere Abweichungen kosten nichts, was Raum für kürzere Fahrten und Grenzen lässt. Leer: kein Grenzwert, und der gleichmäßigste Plan wird gesucht.</translation>
    </message>
    <message>
        <source>The more, the less weight leaves its territory in the current plan (start 1). Where people left or joined, 0 stands for 0.25: little else moves, and who joins gets a territory around the home, not a strip along others.</source>
        <translation type="vanished">Je größer, desto weniger Gewicht verlässt sein Gebiet im aktuellen Plan (Start 1). Wo jemand ausgeschieden oder neu ist, steht 0 für 0,25: Sonst wechselt wenig, und wer neu ist, bekommt ein Gebiet rund um den Wohnort und keinen Streifen entlang anderer.</translation>
    </message>
    <message>
        <source>The more, the less weight leaves its territory in the current plan (start 1). Where people left or joined, 0 stands for 2: as little as possible moves.</source>
        <translation type="vanished">Je größer, desto weniger Gewicht verlässt sein Gebiet im aktuellen Plan (Start 1). Wo jemand ausgeschieden oder neu ist, steht 0 für 2: Es wechselt so wenig wie möglich.</translation>
    </message>
    <message>
        <source>Field with their names</source>
        <translation type="vanished">Feld mit ihren Namen</translation>
    </message>
    <message>
        <source>{territories} territories cannot be made of {areas} areas: every territory needs at least one area. Ask for fewer territories.</source>
        <translation type="vanished">{territories} Gebiete lassen sich nicht aus {areas} Flächen bilden: Jedes Gebiet braucht mindestens eine Fläche. Verlangen Sie weniger Gebiete.</translation>
    </message>
    <message>
        <source>{count} homes are asked for, but there are {candidates} candidates. Set the number of representatives (COUNT) from 1 to {candidates}, or allow more candidates.</source>
        <translation type="vanished">{count} Standorte sind verlangt, es gibt aber {candidates} Kandidaten. Setzen Sie die Anzahl der Vertreter (COUNT) auf 1 bis {candidates} oder lassen Sie mehr Kandidaten zu.</translation>
    </message>
    <message>
        <source>The Help button of each dialog opens the manual’s page about it.</source>
        <translation type="vanished">Die Hilfe-Schaltfläche jedes Dialogs öffnet die Seite des Handbuchs dazu.</translation>
    </message>
    <message>
        <source>Territory {name} has {value} areas; the minimum is {limit}.</source>
        <translation type="vanished">Gebiet {name} hat {value} Flächen; das Minimum ist {limit}.</translation>
    </message>
    <message>
        <source>Territory {name} has {value} areas; the maximum is {limit}.</source>
        <translation type="vanished">Gebiet {name} hat {value} Flächen; das Maximum ist {limit}.</translation>
    </message>
    <message numerus="yes">
        <source>“Cost matrix” (COST_MATRIX): {count} rows have a negative {name}: {pairs}. Correct them, or delete them (no row: no connection).</source>
        <translation type="vanished">
            <numerusform>„Kostenmatrix“ (COST_MATRIX): {count} Zeile hat einen negativen Wert in {name}: {pairs}. Korrigieren oder löschen Sie sie (keine Zeile: keine Verbindung).</numerusform>
            <numerusform>„Kostenmatrix“ (COST_MATRIX): {count} Zeilen haben einen negativen Wert in {name}: {pairs}. Korrigieren oder löschen Sie sie (keine Zeile: keine Verbindung).</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean trip (km); larger dots: more changes hands</source>
        <translation type="vanished">Mittlere Fahrt (km); größere Punkte: mehr wechselt das Gebiet</translation>
    </message>
    <message>
        <source>The run could not be added to the table of runs, '{path}' ({reason}). Close it in other programs. The layers of the run are whole.</source>
        <translation type="vanished">Der Lauf konnte der Tabelle der Läufe, „{path}“, nicht angefügt werden ({reason}). Schließen Sie sie in anderen Programmen. Die Layer des Laufs sind vollständig.</translation>
    </message>
    <message>
        <source>Made (UTC)</source>
        <translation type="vanished">Erstellt (UTC)</translation>
    </message>
    <message>
        <source>People come and go where there are representatives. Choose their layer on the page “Set up”.</source>
        <translation type="vanished">Leute kommen und gehen, wo es Vertreter gibt. Wählen Sie deren Layer auf der Seite „Einrichten“.</translation>
    </message>
    <message>
        <source>Click or paint areas</source>
        <translation type="vanished">Flächen anklicken oder malen</translation>
    </message>
    <message>
        <source>Locks: the hand and the optimiser keep to them</source>
        <translation type="vanished">Fixierungen: Hand und Optimierung halten sich daran</translation>
    </message>
    <message>
        <source>fixed customers or the maximum distance</source>
        <translation type="vanished">feste Kunden oder maximale Entfernung</translation>
    </message>
    <message numerus="yes">
        <source>{count} customers may not go to any territory ({ids}): ease the {rules}.</source>
        <translation type="vanished">
            <numerusform>{count} Kunde darf in kein Gebiet ({ids}): Lockern Sie diese Regel: {rules}.</numerusform>
            <numerusform>{count} Kunden dürfen in kein Gebiet ({ids}): Lockern Sie diese Regel: {rules}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} areas have no travel cost to some home: {ids}. Complete the cost matrix.</source>
        <translation type="vanished">
            <numerusform>{count} Fläche hat keine Fahrtkosten zu einem Standort: {ids}. Vervollständigen Sie die Kostenmatrix.</numerusform>
            <numerusform>{count} Flächen haben keine Fahrtkosten zu einem Standort: {ids}. Vervollständigen Sie die Kostenmatrix.</numerusform>
        </translation>
    </message>
    <message>
        <source>The {count} areas locked to territory {territory} lie in {parts} places that cannot be connected without crossing areas locked to other territories; one area of each: {ids}. Unlock some of them, or join the parts (BRIDGE, or edges in ADJACENCY).</source>
        <translation type="vanished">Die {count} Flächen, die in Gebiet {territory} fixiert sind, liegen an {parts} Stellen, die nicht zu verbinden sind, ohne Flächen zu queren, die in anderen Gebieten fixiert sind; je eine Fläche davon: {ids}. Lösen Sie einige Fixierungen oder verbinden Sie die Teile (BRIDGE oder Kanten in ADJACENCY).</translation>
    </message>
    <message>
        <source>COST_MATRIX has rows from {candidates} areas of INPUT, but {free} homes are to be found. Add rows from the areas in which they may be, leave the matrix out, or let all representatives stay.</source>
        <translation type="vanished">COST_MATRIX hat Zeilen von {candidates} Flächen in INPUT, es sind aber {free} Standorte zu finden. Fügen Sie Zeilen von den Flächen hinzu, in denen sie liegen dürfen, lassen Sie die Matrix weg oder lassen Sie alle Vertreter bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>{count} areas cannot be reached by any territory: no territory is left for their part of the map. Join the parts (BRIDGE, or edges in ADJACENCY), or ask for more territories.</source>
        <translation type="vanished">
            <numerusform>{count} Fläche ist von keinem Gebiet zu erreichen: Für ihren Teil der Karte bleibt kein Gebiet übrig. Verbinden Sie die Teile (BRIDGE oder Kanten in ADJACENCY) oder verlangen Sie mehr Gebiete.</numerusform>
            <numerusform>{count} Flächen sind von keinem Gebiet zu erreichen: Für ihren Teil der Karte bleibt kein Gebiet übrig. Verbinden Sie die Teile (BRIDGE oder Kanten in ADJACENCY) oder verlangen Sie mehr Gebiete.</numerusform>
        </translation>
    </message>
    <message>
        <source>The memory of this computer does not suffice: another {size} were needed at once. Plan fewer features at a time (select a part and use “Selected features only”), set “Worker processes” to 1 where there is that setting, or close other programs.</source>
        <translation type="vanished">Der Speicher dieses Rechners reicht nicht aus: Weitere {size} wären auf einmal nötig gewesen. Planen Sie weniger Objekte auf einmal (wählen Sie einen Teil und „Nur gewählte Objekte“), setzen Sie „Hilfsprozesse“ auf 1, wo es diese Einstellung gibt, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>The memory of this computer does not suffice. Plan fewer features at a time (select a part and use “Selected features only”), set “Worker processes” to 1 where there is that setting, or close other programs.</source>
        <translation type="vanished">Der Speicher dieses Rechners reicht nicht aus. Planen Sie weniger Objekte auf einmal (wählen Sie einen Teil und „Nur gewählte Objekte“), setzen Sie „Hilfsprozesse“ auf 1, wo es diese Einstellung gibt, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>None of the {count} ids in “Alignment file” (FILE) is an id of INPUT: it has {theirs}, INPUT has {ours}. Choose the field that holds these ids (ID_FIELD); ids with zeros in front must be texts on both sides.</source>
        <translation type="vanished">Keine der {count} IDs in „Zuordnungsdatei“ (FILE) ist eine ID von INPUT: Sie hat {theirs}, INPUT hat {ours}. Wählen Sie das Feld, das diese IDs enthält (ID_FIELD); IDs mit führenden Nullen müssen auf beiden Seiten Texte sein.</translation>
    </message>
    <message>
        <source>COST_MATRIX: no area can be reached from any home (all costs are NULL). Complete the matrix, or leave it out.</source>
        <translation type="vanished">COST_MATRIX: Keine Fläche ist von irgendeinem Standort zu erreichen (alle Kosten sind NULL). Vervollständigen Sie die Matrix oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>{bad} rows of the cost matrix have a negative {name}: {pairs}.</source>
        <translation type="vanished">{bad} Zeilen der Kostenmatrix haben einen negativen Wert in {name}: {pairs}.</translation>
    </message>
    <message>
        <source>{bad} pairs of the cost matrix occur with different costs: {pairs}. Keep one row per pair.</source>
        <translation type="vanished">{bad} Paare der Kostenmatrix kommen mit verschiedenen Kosten vor: {pairs}. Behalten Sie eine Zeile je Paar.</translation>
    </message>
    <message>
        <source>COST_MATRIX has no rows from {count} of {all} candidates: {ids}. Make the matrix with all candidates as origins, or restrict CANDIDATES.</source>
        <translation type="vanished">COST_MATRIX hat keine Zeilen von {count} der {all} Kandidaten: {ids}. Erstellen Sie die Matrix mit allen Kandidaten als Starts oder schränken Sie CANDIDATES ein.</translation>
    </message>
    <message>
        <source>COST_MATRIX does not name {count} of the {all} areas of INPUT: {ids}. Its ids look like {example}; choose as AREA_ID_FIELD the field that identified the areas when the matrix was made, and use a matrix of all areas.</source>
        <translation type="vanished">COST_MATRIX nennt {count} der {all} Flächen von INPUT nicht: {ids}. Ihre IDs sehen aus wie {example}; wählen Sie als AREA_ID_FIELD das Feld, das die Flächen kennzeichnete, als die Matrix erstellt wurde, und verwenden Sie eine Matrix aller Flächen.</translation>
    </message>
    <message numerus="yes">
        <source>TOGETHER_FIELD '{field}': {count} groups fall into several parts; each is joined with the areas that lie between its parts.</source>
        <translation type="vanished">
            <numerusform>TOGETHER_FIELD '{field}': {count} Gruppe zerfällt in mehrere Teile; sie wird mit den Flächen verbunden, die zwischen ihren Teilen liegen.</numerusform>
            <numerusform>TOGETHER_FIELD '{field}': {count} Gruppen zerfallen in mehrere Teile; jede wird mit den Flächen verbunden, die zwischen ihren Teilen liegen.</numerusform>
        </translation>
    </message>
    <message>
        <source>COST_MATRIX has rows from no area of INPUT, so that it tells nothing about where homes could be. Give the representatives (REPS) whose trips it holds, or a matrix between areas.</source>
        <translation type="vanished">COST_MATRIX hat von keiner Fläche in INPUT Zeilen und sagt deshalb nichts darüber, wo Standorte sein könnten. Geben Sie die Vertreter (REPS) an, deren Fahrten sie enthält, oder eine Matrix zwischen Flächen.</translation>
    </message>
    <message numerus="yes">
        <source>COST_MATRIX has rows from no area of {count} territories: {names}. Add rows from at least one area of each.</source>
        <translation type="vanished">
            <numerusform>COST_MATRIX hat von keiner Fläche von {count} Gebiet Zeilen: {names}. Fügen Sie Zeilen von mindestens einer seiner Flächen hinzu.</numerusform>
            <numerusform>COST_MATRIX hat von keiner Fläche von {count} Gebieten Zeilen: {names}. Fügen Sie Zeilen von je mindestens einer Fläche hinzu.</numerusform>
        </translation>
    </message>
    <message>
        <source>COUNT asks for {count} territories, but there are only {areas} areas; each territory needs at least one.</source>
        <translation type="vanished">COUNT verlangt {count} Gebiete, es gibt aber nur {areas} Flächen; jedes Gebiet braucht mindestens eine.</translation>
    </message>
    <message>
        <source>“Edited adjacency layer” (ADJACENCY) names areas that are not in INPUT: {ids}. Choose as “Field that identifies an area” (AREA_ID_FIELD) the field by which the adjacency was made, and use all areas of that time.</source>
        <translation type="vanished">„Bearbeiteter Nachbarschaftslayer“ (ADJACENCY) nennt Flächen, die nicht in INPUT sind: {ids}. Wählen Sie als „Feld, das eine Fläche kennzeichnet“ (AREA_ID_FIELD) das Feld, mit dem die Nachbarschaft erstellt wurde, und verwenden Sie alle Flächen von damals.</translation>
    </message>
    <message numerus="yes">
        <source>PREASSIGNED_FIELD '{field}' names unknown representatives: {names} ({count} customers, ids {ids}). Known (in the customer's group, if there are groups) are {known}. Correct the field, or add who is missing to the representatives.</source>
        <translation type="vanished">
            <numerusform>PREASSIGNED_FIELD '{field}' nennt einen unbekannten Vertreter: {names} ({count} Kunde, ID {ids}). Bekannt (in der Gruppe des Kunden, wenn es Gruppen gibt) sind {known}. Korrigieren Sie das Feld oder ergänzen Sie bei den Vertretern, wer fehlt.</numerusform>
            <numerusform>PREASSIGNED_FIELD '{field}' nennt unbekannte Vertreter: {names} ({count} Kunden, IDs {ids}). Bekannt (in der Gruppe des Kunden, wenn es Gruppen gibt) sind {known}. Korrigieren Sie das Feld oder ergänzen Sie bei den Vertretern, wer fehlt.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no customers to keep (MIN_RETENTION): none of the values of CURRENT_FIELD '{field}' ({values}) is the id of a representative. Check the id field of the representatives (REP_ID_FIELD).</source>
        <translation type="vanished">Es gibt keine Kunden zu halten (MIN_RETENTION): Keiner der Werte von CURRENT_FIELD '{field}' ({values}) ist die ID eines Vertreters. Prüfen Sie das ID-Feld der Vertreter (REP_ID_FIELD).</translation>
    </message>
    <message numerus="yes">
        <source>Of the current representatives in '{current}' some are not in REPS ({names}); their {count} customers are free for anybody.</source>
        <translation type="vanished">
            <numerusform>Von den aktuellen Vertretern in '{current}' sind manche nicht in REPS ({names}); ihr {count} Kunde ist für alle frei.</numerusform>
            <numerusform>Von den aktuellen Vertretern in '{current}' sind manche nicht in REPS ({names}); ihre {count} Kunden sind für alle frei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No representative in REPS belongs to {count} groups ({groups}). Add some, or leave out these customers.</source>
        <translation type="vanished">
            <numerusform>Kein Vertreter in REPS gehört zur Gruppe {groups}. Ergänzen Sie welche oder lassen Sie diese Kunden weg.</numerusform>
            <numerusform>Kein Vertreter in REPS gehört zu {count} Gruppen ({groups}). Ergänzen Sie welche oder lassen Sie diese Kunden weg.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The number of territories (COUNT) is {wanted}, but REPS holds {count} representatives. Leave the number empty, or select as many representatives.</source>
        <translation type="vanished">
            <numerusform>Die Anzahl der Gebiete (COUNT) ist {wanted}, REPS enthält aber {count} Vertreter. Lassen Sie die Anzahl leer oder wählen Sie ebenso viele Vertreter.</numerusform>
            <numerusform>Die Anzahl der Gebiete (COUNT) ist {wanted}, REPS enthält aber {count} Vertreter. Lassen Sie die Anzahl leer oder wählen Sie ebenso viele Vertreter.</numerusform>
        </translation>
    </message>
    <message>
        <source>PREASSIGNED_FIELD together with GROUP_FIELD needs REPS or CURRENT_FIELD: without them territories are numbered over all groups, and nobody knows beforehand which number is meant.</source>
        <translation type="vanished">PREASSIGNED_FIELD zusammen mit GROUP_FIELD braucht REPS oder CURRENT_FIELD: Ohne sie werden die Gebiete über alle Gruppen nummeriert, und niemand weiß vorher, welche Nummer gemeint ist.</translation>
    </message>
    <message numerus="yes">
        <source>GROUP_FIELD '{group}' is NULL for {count} customers, who stay unassigned (ids {names}).</source>
        <translation type="vanished">
            <numerusform>GROUP_FIELD '{group}' ist bei {count} Kunden NULL, der ohne Zuordnung bleibt (ID {names}).</numerusform>
            <numerusform>GROUP_FIELD '{group}' ist bei {count} Kunden NULL, die ohne Zuordnung bleiben (IDs {names}).</numerusform>
        </translation>
    </message>
    <message>
        <source>With GROUP_FIELD, REPS need the same field '{field}', which says to which group a representative belongs. Fields of REPS: {names}.</source>
        <translation type="vanished">Mit GROUP_FIELD braucht REPS dasselbe Feld '{field}', das sagt, zu welcher Gruppe ein Vertreter gehört. Felder von REPS: {names}.</translation>
    </message>
    <message numerus="yes">
        <source>REFERENCE: {count} features have no territory and are not asked.</source>
        <translation type="vanished">
            <numerusform>REFERENCE: {count} Objekt hat kein Gebiet und wird nicht gefragt.</numerusform>
            <numerusform>REFERENCE: {count} Objekte haben kein Gebiet und werden nicht gefragt.</numerusform>
        </translation>
    </message>
    <message>
        <source>“the polygon around the customer” (METHOD) needs polygons in REFERENCE, but it holds points or lines. Choose the nearest neighbours, or another layer.</source>
        <translation type="vanished">„dem Polygon um den Kunden“ (METHOD) braucht Polygone in REFERENCE, dort liegen aber Punkte oder Linien. Wählen Sie die nächsten Nachbarn oder einen anderen Layer.</translation>
    </message>
    <message numerus="yes">
        <source>RETENTION_FIELD '{field}': the shares of {count} representatives ({names}) are not between 0 and 100 %. Correct them.</source>
        <translation type="vanished">
            <numerusform>RETENTION_FIELD '{field}': Der Anteil von Vertreter {names} liegt nicht zwischen 0 und 100 %. Korrigieren Sie ihn.</numerusform>
            <numerusform>RETENTION_FIELD '{field}': Die Anteile von {count} Vertretern ({names}) liegen nicht zwischen 0 und 100 %. Korrigieren Sie sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>REPS: {count} representatives have no name in '{field}' and are left out.</source>
        <translation type="vanished">
            <numerusform>REPS: {count} Vertreter hat in '{field}' keinen Namen und wird weggelassen.</numerusform>
            <numerusform>REPS: {count} Vertreter haben in '{field}' keinen Namen und werden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{parameter}: {layer} has no field '{field}'. Its fields are: {names}.</source>
        <translation type="vanished">{parameter}: {layer} hat kein Feld '{field}'. Die Felder sind: {names}.</translation>
    </message>
    <message>
        <source>{layer} has no field '{field}'. Its fields are: {names}.</source>
        <translation type="vanished">{layer} hat kein Feld '{field}'. Die Felder sind: {names}.</translation>
    </message>
    <message>
        <source>The expression of {parameter} names fields that INPUT does not have: {unknown}. Correct the names; the fields are: {names}.</source>
        <translation type="vanished">Der Ausdruck von {parameter} nennt Felder, die INPUT nicht hat: {unknown}. Korrigieren Sie die Namen; die Felder sind: {names}.</translation>
    </message>
    <message>
        <source>The expression of {parameter} fails at area {area}: {reason}</source>
        <translation type="vanished">Der Ausdruck von {parameter} scheitert bei Fläche {area}: {reason}</translation>
    </message>
    <message>
        <source>TERRITORY_FIELD '{field}' is NULL in every area: there is no plan. Choose another field, or start from representatives or from a number of territories.</source>
        <translation type="vanished">TERRITORY_FIELD '{field}' ist in jeder Fläche NULL: Es gibt keinen Plan. Wählen Sie ein anderes Feld oder beginnen Sie mit Vertretern oder einer Anzahl von Gebieten.</translation>
    </message>
    <message>
        <source>TERRITORY_FIELD '{field}' names none of the representatives: it holds {values}, REPS hold {names}. Choose the field of REPS that names the territories (REP_ID_FIELD), or correct the plan.</source>
        <translation type="vanished">TERRITORY_FIELD '{field}' nennt keinen der Vertreter: Es enthält {values}, REPS enthält {names}. Wählen Sie das Feld von REPS, das die Gebiete benennt (REP_ID_FIELD), oder korrigieren Sie den Plan.</translation>
    </message>
    <message numerus="yes">
        <source>TERRITORY_FIELD '{field}' names territories without a representative in REPS: {values} ({count} areas). Add these representatives, or correct the field.</source>
        <translation type="vanished">
            <numerusform>TERRITORY_FIELD '{field}' nennt Gebiete ohne Vertreter in REPS: {values} ({count} Fläche). Ergänzen Sie diese Vertreter oder korrigieren Sie das Feld.</numerusform>
            <numerusform>TERRITORY_FIELD '{field}' nennt Gebiete ohne Vertreter in REPS: {values} ({count} Flächen). Ergänzen Sie diese Vertreter oder korrigieren Sie das Feld.</numerusform>
        </translation>
    </message>
    <message>
        <source>{layer_name} has no coordinate reference system: its coordinates are taken as metres or as coordinates of the layer with which it is used.</source>
        <translation type="vanished">{layer_name} hat kein Koordinatenbezugssystem: Seine Koordinaten gelten als Meter oder als Koordinaten des Layers, mit dem er verwendet wird.</translation>
    </message>
    <message>
        <source>COST_MATRIX has rows from no area of INPUT. Its origins must be the candidates; choose as AREA_ID_FIELD the field that identified them.</source>
        <translation type="vanished">COST_MATRIX hat von keiner Fläche in INPUT Zeilen. Ihre Starts müssen die Kandidaten sein; wählen Sie als AREA_ID_FIELD das Feld, das sie kennzeichnete.</translation>
    </message>
    <message>
        <source>“Areas in which a home may be” (CANDIDATES) is true for none of the {count} features of INPUT: {text}. Correct the expression.</source>
        <translation type="vanished">„Flächen, in denen ein Standort liegen darf“ (CANDIDATES) ist für keines der {count} Objekte in INPUT wahr: {text}. Korrigieren Sie den Ausdruck.</translation>
    </message>
    <message>
        <source>“Areas in which a home may be” (CANDIDATES) chooses among the features of INPUT, “Layer of candidates” (CANDIDATE_LAYER) brings others. Give one of the two.</source>
        <translation type="vanished">„Flächen, in denen ein Standort liegen darf“ (CANDIDATES) wählt unter den Objekten von INPUT, „Layer der Kandidaten“ (CANDIDATE_LAYER) bringt andere. Geben Sie eines von beiden an.</translation>
    </message>
    <message>
        <source>REPS holds no representative. Add at least one point.</source>
        <translation type="vanished">REPS enthält keinen Vertreter. Fügen Sie mindestens einen Punkt hinzu.</translation>
    </message>
    <message numerus="yes">
        <source>REPS: {count} representatives have no geometry (feature ids {ids}). Give each one a place, or select only those that have one.</source>
        <translation type="vanished">
            <numerusform>REPS: {count} Vertreter hat keine Geometrie (Objektkennung {ids}). Geben Sie jedem einen Ort oder wählen Sie nur die, die einen haben.</numerusform>
            <numerusform>REPS: {count} Vertreter haben keine Geometrie (Objektkennungen {ids}). Geben Sie jedem einen Ort oder wählen Sie nur die, die einen haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Road network: {count} vertices have no position on the earth (feature ids {ids}). Check the layer's coordinate reference system.</source>
        <translation type="vanished">
            <numerusform>Straßennetz: {count} Stützpunkt hat keine Lage auf der Erde (Objektkennungen {ids}). Prüfen Sie das Koordinatenbezugssystem des Layers.</numerusform>
            <numerusform>Straßennetz: {count} Stützpunkte haben keine Lage auf der Erde (Objektkennungen {ids}). Prüfen Sie das Koordinatenbezugssystem des Layers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to start from: give the current plan (TERRITORY_FIELD), representatives (REPS), a number of territories (COUNT, or COUNT_MIN and COUNT_MAX), or what one representative can carry (CAPACITY).</source>
        <translation type="vanished">Es gibt keinen Ausgangspunkt: Geben Sie den aktuellen Plan (TERRITORY_FIELD), Vertreter (REPS), eine Anzahl von Gebieten (COUNT oder COUNT_MIN und COUNT_MAX) oder an, was ein Vertreter bewältigen kann (CAPACITY).</translation>
    </message>
    <message>
        <source>The outputs could not be put in place: {reason}</source>
        <translation type="vanished">Die Ausgaben konnten nicht an ihren Ort gebracht werden: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>{found} of {count} features are in the file. The disk may be full, or the format cannot hold such features.</source>
        <translation type="vanished">
            <numerusform>{found} von {count} Objekt ist in der Datei. Vielleicht ist der Datenträger voll, oder das Format kann solche Objekte nicht aufnehmen.</numerusform>
            <numerusform>{found} von {count} Objekten sind in der Datei. Vielleicht ist der Datenträger voll, oder das Format kann solche Objekte nicht aufnehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Output “{output}” could not be written: {reason}</source>
        <translation type="vanished">Ausgabe „{output}“ konnte nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>No report was written.</source>
        <translation type="vanished">Es wurde kein Bericht geschrieben.</translation>
    </message>
    <message>
        <source>The report or the sheets could not be made ({reason}). The layers of the run are whole.</source>
        <translation type="vanished">Der Bericht oder die Blätter konnten nicht erstellt werden ({reason}). Die Layer des Laufs sind vollständig.</translation>
    </message>
    <message>
        <source>The report cannot be written to '{path}': {reason}.</source>
        <translation type="vanished">Der Bericht kann nicht nach '{path}' geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The run was cancelled: there are no sheets, which take long.</source>
        <translation type="vanished">Der Lauf wurde abgebrochen: Es gibt keine Blätter, denn sie brauchen lange.</translation>
    </message>
    <message>
        <source>No sheets were written: there is no plan before, from which anything goes.</source>
        <translation type="vanished">Es wurden keine Blätter geschrieben: Es gibt keinen Plan vorher, aus dem etwas geht.</translation>
    </message>
    <message numerus="yes">
        <source>{count} ids of the file are no areas of INPUT: {ids}.</source>
        <translation type="vanished">
            <numerusform>{count} ID der Datei ist keine Fläche von INPUT: {ids}.</numerusform>
            <numerusform>{count} IDs der Datei sind keine Flächen von INPUT: {ids}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} territories are not connected ({names}): some areas lie in regions without a representative that nothing connects to the others. Switch on “Join islands to their nearest neighbour” (BRIDGE), or draw edges in ADJACENCY.</source>
        <translation type="vanished">
            <numerusform>{count} Gebiet ist nicht zusammenhängend ({names}): Manche Flächen liegen in Regionen ohne Vertreter, die nichts mit den anderen verbindet. Schalten Sie „Inseln mit ihrem nächsten Nachbarn verbinden“ (BRIDGE) ein oder zeichnen Sie Kanten in ADJACENCY.</numerusform>
            <numerusform>{count} Gebiete sind nicht zusammenhängend ({names}): Manche Flächen liegen in Regionen ohne Vertreter, die nichts mit den anderen verbindet. Schalten Sie „Inseln mit ihrem nächsten Nachbarn verbinden“ (BRIDGE) ein oder zeichnen Sie Kanten in ADJACENCY.</numerusform>
        </translation>
    </message>
    <message>
        <source>Worst deviation {worst:.2f} % (no plan below {bound:.2f} %) · σ {sigma:.2f} % · mean trip {trip} · borders {border} · changed {changed:.1f} %</source>
        <translation type="vanished">Größte Abweichung {worst:.2f} % (kein Plan unter {bound:.2f} %) · σ {sigma:.2f} % · mittlere Fahrt {trip} · Grenzen {border} · geändert {changed:.1f} %</translation>
    </message>
    <message>
        <source>Plans territories from beginning to end, for the three scenarios of sales territory planning:

&lt;b&gt;Nothing is given&lt;/b&gt; but a number of territories: homes are chosen where travel is least, every area goes to the nearest home, the territories are balanced, and homes are sought anew inside them. &lt;b&gt;Homes are fixed&lt;/b&gt;: the representatives stay where they live. &lt;b&gt;A plan exists&lt;/b&gt;: it is improved. The areas keep each step: "territory_nearest" is the nearest home, "territory" the balanced plan.

&lt;b&gt;How many territories?&lt;/b&gt; Give a number, a minimum and a maximum, or what one representative can carry; then the number follows, and one less and one more are planned besides. With several numbers a table shows balance, travel, borders, the largest territory and costs of each, and the areas have a field for each, such as "territory_25". The field "territory" holds the number you wish, else the fewest that representatives can carry, else the cheapest, else the last that still saves travel.

&lt;b&gt;Work&lt;/b&gt; may depend on trips: an expression such as "visits" * (45 + @trip_min) / 60 gives the hours in each area. The hours are balanced, found anew from the trips of that plan, balanced again, until they agree.

Costs add up one trip to each visited area, or all trips where a field tells their number. Where no cost matrix gives times, hours follow from kilometres and the speed. Everything else is as in “Balance territories”: connected territories, rules, criteria, and repeatable results. Cancelling keeps what was found.</source>
        <translation type="vanished">Plant Gebiete von Anfang bis Ende, für die drei Szenarien der Vertriebsgebietsplanung:

&lt;b&gt;Nichts ist vorgegeben&lt;/b&gt; außer einer Anzahl von Gebieten: Standorte werden gewählt, wo der Fahrweg am kleinsten ist, jede Fläche geht an den nächsten Standort, die Gebiete werden ausgeglichen, und in ihnen werden neue Standorte gesucht. &lt;b&gt;Standorte stehen fest&lt;/b&gt;: Die Vertreter bleiben, wo sie wohnen. &lt;b&gt;Ein Plan besteht&lt;/b&gt;: Er wird verbessert. Die Flächen behalten jeden Schritt: „territory_nearest“ ist der nächste Standort, „territory“ der ausgeglichene Plan.

&lt;b&gt;Wie viele Gebiete?&lt;/b&gt; Geben Sie eine Anzahl an, ein Minimum und ein Maximum oder was ein Vertreter bewältigen kann; dann ergibt sich die Anzahl daraus, und je ein Plan mit einem Gebiet weniger und einem mehr kommt hinzu. Bei mehreren Anzahlen zeigt eine Tabelle Ausgleich, Fahrweg, Grenzen, das größte Gebiet und die Kosten jeder Anzahl, und die Flächen haben für jede ein Feld, etwa „territory_25“. Das Feld „territory“ enthält die gewünschte Anzahl, sonst die kleinste, die Vertreter bewältigen können, sonst die günstigste, sonst die letzte, die noch Fahrweg spart.

&lt;b&gt;Arbeit&lt;/b&gt; darf von Fahrten abhängen: Ein Ausdruck wie "visits" * (45 + @trip_min) / 60 ergibt die Stunden in jeder Fläche. Die Stunden werden ausgeglichen, aus den Fahrten dieses Plans neu bestimmt und wieder ausgeglichen, bis sie übereinstimmen.

Kosten zählen eine Fahrt zu jeder besuchten Fläche oder alle Fahrten, wo ein Feld ihre Anzahl nennt. Wo keine Kostenmatrix Zeiten enthält, folgen Stunden aus Kilometern und der Geschwindigkeit. Alles andere ist wie in „Gebiete ausgleichen“: zusammenhängende Gebiete, Regeln, Kennzahlen und wiederholbare Ergebnisse. Wer abbricht, behält das Gefundene.</translation>
    </message>
    <message>
        <source>The hours of work of the plan and those on which it was balanced still differ by more than 1 %. The deviations are those of the plan's own hours.</source>
        <translation type="vanished">Die Arbeitsstunden des Plans und die, auf denen er ausgeglichen wurde, weichen noch mehr als 1 % voneinander ab. Die Abweichungen sind die der eigenen Stunden des Plans.</translation>
    </message>
    <message>
        <source>No assignment of whole customers that keeps the limits was found in {seconds} s. Widen the limits.</source>
        <translation type="vanished">Keine Zuordnung ganzer Kunden, die die Grenzwerte einhält, wurde in {seconds} s gefunden. Weiten Sie die Grenzwerte.</translation>
    </message>
    <message>
        <source>No assignment of whole customers that keeps the limits was found in {seconds} s: “{name}” leaves {room} to spare ({total} in all, {bounds} for each territory), and the heaviest customer has {heaviest}. Widen that limit.</source>
        <translation type="vanished">Keine Zuordnung ganzer Kunden, die die Grenzwerte einhält, wurde in {seconds} s gefunden: „{name}“ lässt {room} Spielraum ({total} insgesamt, {bounds} für jedes Gebiet), und der schwerste Kunde hat {heaviest}. Weiten Sie diesen Grenzwert.</translation>
    </message>
    <message numerus="yes">
        <source>A bound of {count} existing centres is negative or infinite: {names}. Leave it empty where the bound of all centres holds.</source>
        <translation type="vanished">
            <numerusform>Eine Schranke von {count} bestehenden Zentrum ist negativ oder unendlich: {names}. Lassen Sie sie leer, wo die Schranke aller Zentren gilt.</numerusform>
            <numerusform>Eine Schranke von {count} bestehenden Zentren ist negativ oder unendlich: {names}. Lassen Sie sie leer, wo die Schranke aller Zentren gilt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Limits of single territories (TERRITORY_LIMITS): {count} territories are unknown ({names}). Known are {known}.</source>
        <translation type="vanished">
            <numerusform>Grenzwerte einzelner Gebiete (TERRITORY_LIMITS): Es gibt kein Gebiet {names}. Bekannt sind {known}.</numerusform>
            <numerusform>Grenzwerte einzelner Gebiete (TERRITORY_LIMITS): {count} Gebiete sind unbekannt ({names}). Bekannt sind {known}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Limits (LIMITS): a row has bounds ({least}; {most}) but no attribute. Write the name of a field, or * for the number of customers.</source>
        <translation type="vanished">Grenzwerte (LIMITS): Eine Zeile hat Werte ({least}; {most}), aber kein Merkmal. Schreiben Sie den Namen eines Feldes, oder * für die Anzahl der Kunden.</translation>
    </message>
    <message>
        <source>Limits (LIMITS): the bound '{text}' of '{attribute}' is negative or not finite. Bounds are 0 or more; leave the cell empty for no limit.</source>
        <translation type="vanished">Grenzwerte (LIMITS): Der Wert '{text}' von '{attribute}' ist negativ oder nicht endlich. Grenzwerte sind 0 oder größer; lassen Sie die Zelle leer, wenn keiner gilt.</translation>
    </message>
    <message>
        <source>Limits (LIMITS): the bound '{text}' of '{attribute}' is not a number like 1200 or a share of the total like 30%. Write one of these, decimals with a point.</source>
        <translation type="vanished">Grenzwerte (LIMITS): Der Wert '{text}' von '{attribute}' ist weder eine Zahl wie 1200 noch ein Anteil an der Gesamtsumme wie 30%. Schreiben Sie eines davon, Dezimalstellen nach einem Punkt.</translation>
    </message>
    <message>
        <source>Limits (LIMITS): the bound '{text}' of '{attribute}' is not a number like 1200, a share of the total like 30%, or a field of the representatives (REPS). Write one of these, decimals with a point.</source>
        <translation type="vanished">Grenzwerte (LIMITS): Der Wert '{text}' von '{attribute}' ist weder eine Zahl wie 1200 noch ein Anteil an der Gesamtsumme wie 30% noch ein Feld der Vertreter (REPS). Schreiben Sie eines davon, Dezimalstellen nach einem Punkt.</translation>
    </message>
    <message>
        <source>No connected plan keeps every territory within {limit:g} % of its target: the best one has a worst deviation of {reached:.4g} %. Raise the maximum deviation (MAX_DEVIATION), or relax the other rules (maximum change, locks, groups).</source>
        <translation type="vanished">Kein zusammenhängender Plan hält jedes Gebiet innerhalb von {limit:g} % um seinen Sollwert: Der beste hat eine größte Abweichung von {reached:.4g} %. Erhöhen Sie die maximale Abweichung (MAX_DEVIATION) oder lockern Sie die anderen Regeln (maximale Änderung, Fixierungen, Gruppen).</translation>
    </message>
    <message>
        <source>The search found no plan that keeps every territory within {limit:g} % of its target: the best one has a worst deviation of {reached:.4g} %. Raise the maximum deviation (MAX_DEVIATION), relax the other rules (maximum change, locks, groups), or search longer (STAGNATION, MAX_GENERATIONS, MAX_SECONDS).</source>
        <translation type="vanished">Die Suche fand keinen Plan, der jedes Gebiet innerhalb von {limit:g} % um seinen Sollwert hält: Der beste hat eine größte Abweichung von {reached:.4g} %. Erhöhen Sie die maximale Abweichung (MAX_DEVIATION), lockern Sie die anderen Regeln (maximale Änderung, Fixierungen, Gruppen) oder suchen Sie länger (STAGNATION, MAX_GENERATIONS, MAX_SECONDS).</translation>
    </message>
    <message>
        <source>TOGETHER_FIELD alone moves {forced:.1f} % of the weight to another territory, more than MAX_CHANGE = {budget:g} % allows.</source>
        <translation type="vanished">TOGETHER_FIELD allein verschiebt {forced:.1f} % des Gewichts in ein anderes Gebiet, mehr als MAX_CHANGE = {budget:g} % erlaubt.</translation>
    </message>
    <message>
        <source>The map falls into {parts} disconnected parts (areas in them: {sizes}), but only {territories} territories are there to cover them, and a territory must be one piece. Join the parts (BRIDGE, or edges in ADJACENCY), or ask for more territories.</source>
        <translation type="vanished">Die Karte zerfällt in {parts} nicht verbundene Teile (Flächen darin: {sizes}), es gibt aber nur {territories} Gebiete, um sie abzudecken, und ein Gebiet muss zusammenhängen. Verbinden Sie die Teile (BRIDGE oder Kanten in ADJACENCY) oder verlangen Sie mehr Gebiete.</translation>
    </message>
    <message>
        <source>No plan keeps every territory within {limit:g} % of its target if only {budget:g} % of the weight may change hands: the worst deviation cannot fall below {bound:.3g} %. Raise MAX_DEVIATION or MAX_CHANGE.</source>
        <translation type="vanished">Kein Plan hält jedes Gebiet innerhalb von {limit:g} % um seinen Sollwert, wenn nur {budget:g} % des Gewichts das Gebiet wechseln dürfen: Die größte Abweichung kann nicht unter {bound:.3g} % fallen. Erhöhen Sie MAX_DEVIATION oder MAX_CHANGE.</translation>
    </message>
    <message>
        <source>No plan keeps every territory within {limit:g} % of its target: the worst deviation cannot fall below {bound:.3g} % (largest area, locks, parts of the map, areas that alone hold it together). Raise MAX_DEVIATION.</source>
        <translation type="vanished">Kein Plan hält jedes Gebiet innerhalb von {limit:g} % um seinen Sollwert: Die größte Abweichung kann nicht unter {bound:.3g} % fallen (größte Fläche, Fixierungen, Teile der Karte, Flächen, die sie allein zusammenhalten). Erhöhen Sie MAX_DEVIATION.</translation>
    </message>
    <message>
        <source>Making the current plan contiguous moves {needed:.3g} % of the weight, but only {limit:g} % may change territory. Raise the maximum change (MAX_CHANGE), or join the parts (bridges, or edges in an edited contiguity layer).</source>
        <translation type="vanished">Den aktuellen Plan zusammenhängend zu machen verschiebt {needed:.3g} % des Gewichts, aber nur {limit:g} % dürfen das Gebiet wechseln. Erhöhen Sie die maximale Änderung (MAX_CHANGE) oder verbinden Sie die Teile (Brücken oder Kanten in einem bearbeiteten Nachbarschaftslayer).</translation>
    </message>
    <message numerus="yes">
        <source>What is to be balanced, {fields}, is 0 or NULL in every area: there is nothing to balance. Choose other fields or expressions.</source>
        <translation type="vanished">
            <numerusform>Die Kennzahl {fields} ist in jeder Fläche 0 oder NULL: Es gibt nichts auszugleichen. Wählen Sie ein anderes Feld oder einen anderen Ausdruck.</numerusform>
            <numerusform>Die Kennzahlen {fields} sind in jeder Fläche 0 oder NULL: Es gibt nichts auszugleichen. Wählen Sie andere Felder oder Ausdrücke.</numerusform>
        </translation>
    </message>
    <message>
        <source>The population must hold at least 4 plans, not {count}.</source>
        <translation type="vanished">Die Population muss mindestens 4 Pläne umfassen, nicht {count}.</translation>
    </message>
    <message>
        <source>A tournament needs at least 1 plan, not {count}.</source>
        <translation type="vanished">Ein Turnier braucht mindestens 1 Plan, nicht {count}.</translation>
    </message>
    <message>
        <source>The elite must be a share from 0 to less than 100 % of the population, not {share:g} %.</source>
        <translation type="vanished">Die Elite muss ein Anteil von 0 bis unter 100 % der Population sein, nicht {share:g} %.</translation>
    </message>
    <message>
        <source>crossover</source>
        <translation type="vanished">Kreuzung</translation>
    </message>
    <message>
        <source>mutation</source>
        <translation type="vanished">Mutation</translation>
    </message>
    <message>
        <source>The {name} rates must fulfil 0 ≤ minimum ≤ maximum ≤ 1; they are {low:g} and {high:g}.</source>
        <translation type="vanished">Für die Raten „{name}“ muss 0 ≤ Minimum ≤ Maximum ≤ 1 gelten; sie sind {low:g} und {high:g}.</translation>
    </message>
    <message>
        <source>All {n} customers have a demand of 0: there is nothing to serve. Choose another field, or leave it out so that each customer counts 1.</source>
        <translation type="vanished">Alle {n} Kunden haben eine Nachfrage von 0: Es gibt nichts zu bedienen. Wählen Sie ein anderes Feld oder lassen Sie es weg, damit jeder Kunde 1 zählt.</translation>
    </message>
    <message>
        <source>The smallest {rate} rate ({low}) must not be above the largest ({high}), and both must lie between 0 and 1.</source>
        <translation type="vanished">Die kleinste Rate „{rate}“ ({low}) darf nicht über der größten ({high}) liegen, und beide müssen zwischen 0 und 1 liegen.</translation>
    </message>
    <message>
        <source>A genetic search needs a population of at least 2 choices ({population} are asked for), of which an elite of less than 100 % survives.</source>
        <translation type="vanished">Eine genetische Suche braucht eine Population von mindestens 2 Auswahlen ({population} sind verlangt), von denen eine Elite von weniger als 100 % überlebt.</translation>
    </message>
    <message>
        <source>A maximum weight per home (CAPACITY) is kept by the p-median only: choose that method, or leave the maximum empty.</source>
        <translation type="vanished">Ein Höchstgewicht je Standort (CAPACITY) hält nur der p-Median ein: Wählen Sie dieses Verfahren oder lassen Sie das Höchstgewicht leer.</translation>
    </message>
    <message>
        <source>The weight (WEIGHT_FIELD) is 0 or NULL everywhere: there is nothing to serve. Choose another field, or leave it empty so that each place counts 1.</source>
        <translation type="vanished">Das Gewicht (WEIGHT_FIELD) ist überall 0 oder NULL: Es gibt nichts zu bedienen. Wählen Sie ein anderes Feld oder lassen Sie es leer, damit jeder Ort 1 zählt.</translation>
    </message>
    <message>
        <source>Nothing to start from: give the current plan (TERRITORY_FIELD), representatives (REPS), or the number of territories (COUNT).</source>
        <translation type="vanished">Es gibt keinen Ausgangspunkt: Geben Sie den aktuellen Plan (TERRITORY_FIELD), Vertreter (REPS) oder die Anzahl der Gebiete (COUNT) an.</translation>
    </message>
    <message>
        <source>COUNT is {count}; a plan needs at least 1 territory.</source>
        <translation type="vanished">COUNT ist {count}; ein Plan braucht mindestens 1 Gebiet.</translation>
    </message>
    <message>
        <source>Give the number of territories (COUNT), or a layer of representatives (REPS).</source>
        <translation type="vanished">Geben Sie die Anzahl der Gebiete (COUNT) oder einen Layer der Vertreter (REPS) an.</translation>
    </message>
    <message>
        <source>The table of limits (LIMITS) holds {count} cells, which are no rows of three: attribute, minimum, maximum (empty where there is no limit).</source>
        <translation type="vanished">Die Tabelle der Grenzwerte (LIMITS) enthält {count} Zellen, die keine Zeilen zu dreien sind: Merkmal, Minimum, Maximum (leer, wo es keinen Grenzwert gibt).</translation>
    </message>
    <message>
        <source>The table of limits of single territories (TERRITORY_LIMITS) holds {count} cells, which are no rows of four: territory, attribute, minimum, maximum (empty where there is no limit).</source>
        <translation type="vanished">Die Tabelle der Grenzwerte einzelner Gebiete (TERRITORY_LIMITS) enthält {count} Zellen, die keine Zeilen zu vieren sind: Gebiet, Merkmal, Minimum, Maximum (leer, wo es keinen Grenzwert gibt).</translation>
    </message>
    <message>
        <source>Limits of single territories (TERRITORY_LIMITS): a row has bounds ({least}; {most}) but lacks its territory or attribute. Write both; * stands for the number of customers.</source>
        <translation type="vanished">Grenzwerte einzelner Gebiete (TERRITORY_LIMITS): Eine Zeile hat Werte ({least}; {most}), ihr fehlt aber Gebiet oder Merkmal. Schreiben Sie beides; * steht für die Anzahl der Kunden.</translation>
    </message>
    <message numerus="yes">
        <source>{count} territories more than there are representatives need new names, but the field of the current representatives holds {type}. Choose a field of texts or numbers.</source>
        <translation type="vanished">
            <numerusform>{count} Gebiet mehr, als es Vertreter gibt, braucht einen neuen Namen, aber das Feld der aktuellen Vertreter enthält {type}. Wählen Sie ein Feld mit Texten oder Zahlen.</numerusform>
            <numerusform>{count} Gebiete mehr, als es Vertreter gibt, brauchen neue Namen, aber das Feld der aktuellen Vertreter enthält {type}. Wählen Sie ein Feld mit Texten oder Zahlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages and homes then name areas by it, e.g. “Schwetzingen” instead of 45.</source>
        <translation type="vanished">Meldungen und Standorte nennen Flächen dann danach, z. B. „Schwetzingen“ statt 45.</translation>
    </message>
</context>
</TS>
