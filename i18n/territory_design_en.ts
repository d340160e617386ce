<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>TerritoryDesign</name>
    <message>
        <location filename="../core/assignment/best_prices.py"/>
        <source>The limits are so tight that no assignment was found; widen them a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/integer_search.py"/>
        <source>Moves of single customers find no assignment within all limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/limits.py"/>
        <location filename="../processing_provider/reports/customers.py"/>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/limits.py"/>
        <location filename="../core/customers/group_search.py"/>
        <source>customers to keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/assignment/limits.py"/>
        <source>“{name}” is negative or not a number for {count} customers (rows {rows}); correct the values or leave these customers out.</source>
        <extracomment>For exactly one: “{name}” is negative or not a number for {count} customer (row {rows}); correct the value or leave this customer out.</extracomment>
        <translation>
            <numerusform>“{name}” is negative or not a number for {count} customer (row {rows}); correct the value or leave this customer out.</numerusform>
            <numerusform>“{name}” is negative or not a number for {count} customers (rows {rows}); correct the values or leave these customers out.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/assignment/linear_programme.py"/>
        <source>The solver HiGHS gave up on these limits ({reason}). Widen them a little, or try another random seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/names.py"/>
        <source>fixed customers (PREASSIGNED_FIELD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/names.py"/>
        <source>maximum distance (MAX_DISTANCE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/names.py"/>
        <source>fixed customers (PREASSIGNED_FIELD) or the maximum distance (MAX_DISTANCE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/solve.py"/>
        <source>There are no centres to assign customers to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/solve.py"/>
        <source>Some costs are not numbers; check the distances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/solve.py"/>
        <source>The limit on “{name}” does not fit {customers} customers and {centres} centres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/solvers.py"/>
        <source>OR-Tools cannot be used ({reason}); HiGHS goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/assignment/wording.py"/>
        <source>{count} customers may not go to any territory ({ids}). Ease the {rules}, or leave these customers out.</source>
        <extracomment>For exactly one: {count} customer may not go to any territory ({ids}). Ease the {rules}, or leave this customer out.</extracomment>
        <translation>
            <numerusform>{count} customer may not go to any territory ({ids}). Ease the {rules}, or leave this customer out.</numerusform>
            <numerusform>{count} customers may not go to any territory ({ids}). Ease the {rules}, or leave these customers out.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}” of territory {id}: at least {least} and at most {most} contradict each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}”: the minima of all {count} territories add up to {needed}, but there are only {total}; {missing} are missing. Lower the minimum.</source>
        <extracomment>For exactly one: “{name}”: the minimum of the territory is {needed}, but there are only {total}; {missing} are missing. Lower the minimum.</extracomment>
        <translation>
            <numerusform>“{name}”: the minimum of the territory is {needed}, but there are only {total}; {missing} are missing. Lower the minimum.</numerusform>
            <numerusform>“{name}”: the minima of all {count} territories add up to {needed}, but there are only {total}; {missing} are missing. Lower the minimum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}”: the maxima of all {count} territories add up to {room}, but there are {total}; {excess} find no place. Raise the maximum.</source>
        <extracomment>For exactly one: “{name}”: the maximum of the territory is {room}, but there are {total}; {excess} find no place. Raise the maximum.</extracomment>
        <translation>
            <numerusform>“{name}”: the maximum of the territory is {room}, but there are {total}; {excess} find no place. Raise the maximum.</numerusform>
            <numerusform>“{name}”: the maxima of all {count} territories add up to {room}, but there are {total}; {excess} find no place. Raise the maximum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}”: {count} customers can be taken by no territory they may go to, being too heavy ({ids}); {worst} has {weight}, the maximum is {most}. Raise the maximum or leave these customers out.</source>
        <extracomment>For exactly one: “{name}”: {count} customer can be taken by no territory it may go to, being too heavy ({ids}); {worst} has {weight}, the maximum is {most}. Raise the maximum or leave this customer out.</extracomment>
        <translation>
            <numerusform>“{name}”: {count} customer can be taken by no territory it may go to, being too heavy ({ids}); {worst} has {weight}, the maximum is {most}. Raise the maximum or leave this customer out.</numerusform>
            <numerusform>“{name}”: {count} customers can be taken by no territory they may go to, being too heavy ({ids}); {worst} has {weight}, the maximum is {most}. Raise the maximum or leave these customers out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}”: the {count} heaviest customers ({ids}) have {heavy} of {total}, but can be given to {count} territories at most. The others ({rest}) need at least {needed} together, and all other customers have only {left}. Lower the minimum.</source>
        <extracomment>For exactly one: “{name}”: the heaviest customer {ids} has {heavy} of {total} and can be given to one territory only. The others ({rest}) need at least {needed} together, and all other customers have only {left}. Lower the minimum.</extracomment>
        <translation>
            <numerusform>“{name}”: the heaviest customer {ids} has {heavy} of {total} and can be given to one territory only. The others ({rest}) need at least {needed} together, and all other customers have only {left}. Lower the minimum.</numerusform>
            <numerusform>“{name}”: the {count} heaviest customers ({ids}) have {heavy} of {total}, but can be given to {count} territories at most. The others ({rest}) need at least {needed} together, and all other customers have only {left}. Lower the minimum.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}”: of the {count} heaviest customers (each has {least} or more) no {crowd} fit into one territory, for which {most} is the maximum; so there is room for {places} of them only in all territories ({k}). Raise the maximum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}” of territory {id}: at least {least} and at most {most} cannot be met. All values are multiples of {step}, so are their sums, and the nearest are {below} and {above}. Widen that limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>at most {reach}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>at least {reach}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}”: {bounds} cannot be met. All values are multiples of {step}, so are their sums, and with such sums all {count} territories together have {which}; there are {total}. Widen that limit.</source>
        <extracomment>For exactly one: “{name}”: {bounds} cannot be met. All values are multiples of {step}, so are their sums, and with such a sum the territory has {which}; there are {total}. Widen that limit.</extracomment>
        <translation>
            <numerusform>“{name}”: {bounds} cannot be met. All values are multiples of {step}, so are their sums, and with such a sum the territory has {which}; there are {total}. Widen that limit.</numerusform>
            <numerusform>“{name}”: {bounds} cannot be met. All values are multiples of {step}, so are their sums, and with such sums all {count} territories together have {which}; there are {total}. Widen that limit.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}”: territory {id} needs at least {least}, but the customers that may go there add up to {reach} only. Ease the {rules}, or lower the minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}”: territory {id} may get at most {most}, but customers that may go nowhere else already add up to {forced}. Raise the maximum, or ease the {rules}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}”: territory {id} currently has {current} and must keep {least}, but only {left} of them may stay. Lower the share to keep, or ease the {rules}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}” and “{retention}” contradict each other: territory {id} currently has {current} and needs at least {least}, so it must receive {needs}; but as the others keep their share it can receive at most {receives}. Lower the minimum or the share to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}” and “{retention}” contradict each other: territory {id} may get at most {most}, but the share of its current {current} that it must keep is {kept} at least. Raise the maximum or lower the share to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}” and “{retention}” contradict each other: territory {id} may get at most {most}, but customers that are not its own now and may go nowhere else add up to {fixed}, and the share of its current {current} that it must keep is {kept} at least: {fixed} + {kept} = {sum}. Raise the maximum, lower the share to keep, or ease the {rules}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}” at least (territory {ids})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>“{name}” at most (territory {ids})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>the {rules}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>These limits contradict each other: {parts}. The nearest one can come: {nearest}. Widen one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>territory {id}: {reached} instead of at least {bound} ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>territory {id}: {reached} instead of at most {bound} ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>The limits could be kept only by dividing a customer between two territories. Widen the limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>No assignment of whole customers that keeps the limits was found in {seconds} s; that there is none is not proved. Try another random seed, or widen the limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>The limits could be kept only by dividing a customer between two territories: “{name}” leaves {room} to spare ({total} in all, {bounds} for each territory), and the heaviest customer has {heaviest}. Widen that limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>No assignment of whole customers that keeps the limits was found in {seconds} s; that there is none is not proved. “{name}” leaves {room} to spare ({total} in all, {bounds} for each territory), and the heaviest customer has {heaviest}. Try another random seed, or widen that limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>at least {least}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>at most {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/assignment/wording.py"/>
        <source>at least {least} and at most {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/balance_search.py"/>
        <source>No plan that keeps the maximum deviation is better: all territories that can be part of one were compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/balance_search.py"/>
        <source>The search has ended early and gives back its best plan so far. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/broken_limit.py"/>
        <source>No connected plan keeps every territory within {limit:g} % of its target: the best one has a worst deviation of {reached:.4g} %. Raise “Maximum deviation from the target” (MAX_DEVIATION), or relax the other rules (maximum change, locks, groups).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/broken_limit.py"/>
        <source>The search found no plan that keeps every territory within {limit:g} % of its target: the best one has a worst deviation of {reached:.4g} %. Raise “Maximum deviation from the target” (MAX_DEVIATION), relax the other rules (maximum change, locks, groups), or search longer (STAGNATION, MAX_GENERATIONS, MAX_SECONDS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/case.py"/>
        <source>“Maximum change” (MAX_CHANGE) limits how much of a plan that exists may change: give that plan (TERRITORY_FIELD), or leave the limit empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/case.py"/>
        <source>“Areas with the same value here stay together” (TOGETHER_FIELD) alone moves {forced:.1f} % of the weight to another territory, more than “Maximum change” (MAX_CHANGE), {budget:g} %, allows. Raise it, or take areas out of the groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>There are no areas to divide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>The number of territories must be at least 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/feasibility.py"/>
        <source>{territories} territories cannot be made of {count} areas: every territory needs at least one area. Ask for fewer territories.</source>
        <extracomment>For exactly one: {territories} territories cannot be made of {count} area: every territory needs at least one area. Ask for fewer territories.</extracomment>
        <translation>
            <numerusform>{territories} territories cannot be made of {count} area: every territory needs at least one area. Ask for fewer territories.</numerusform>
            <numerusform>{territories} territories cannot be made of {count} areas: every territory needs at least one area. Ask for fewer territories.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/feasibility.py"/>
        <source>{count} areas have a negative or infinite weight: {ids}.</source>
        <extracomment>For exactly one: {count} area has a negative or infinite weight: {ids}.</extracomment>
        <translation>
            <numerusform>{count} area has a negative or infinite weight: {ids}.</numerusform>
            <numerusform>{count} areas have a negative or infinite weight: {ids}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>All weights are zero: there is nothing to balance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>Some areas have no position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>Targets must be finite and not negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/feasibility.py"/>
        <source>{count} areas have no travel cost to some home: {ids}. Complete “Cost matrix” (COST_MATRIX).</source>
        <extracomment>For exactly one: {count} area has no travel cost to some home: {ids}. Complete “Cost matrix” (COST_MATRIX).</extracomment>
        <translation>
            <numerusform>{count} area has no travel cost to some home: {ids}. Complete “Cost matrix” (COST_MATRIX).</numerusform>
            <numerusform>{count} areas have no travel cost to some home: {ids}. Complete “Cost matrix” (COST_MATRIX).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>The plan names a territory that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>The locks name a territory that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>The limit on change must lie between 0 and 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>A limit on change needs a current plan to start from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>The largest allowed deviation must not be negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/feasibility.py"/>
        <source>{count} areas are locked into or out of a territory that may not change: {ids}. Unlock them (LOCKED), or the territory (LOCKED_TERRITORIES).</source>
        <extracomment>For exactly one: {count} area is locked into or out of a territory that may not change: {ids}. Unlock it (LOCKED), or the territory (LOCKED_TERRITORIES).</extracomment>
        <translation>
            <numerusform>{count} area is locked into or out of a territory that may not change: {ids}. Unlock it (LOCKED), or the territory (LOCKED_TERRITORIES).</numerusform>
            <numerusform>{count} areas are locked into or out of a territory that may not change: {ids}. Unlock them (LOCKED), or the territory (LOCKED_TERRITORIES).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>The {count} areas locked to territory {territory} lie in {parts} places that cannot be connected without crossing areas locked to other territories; one area of each: {ids}. Unlock some of them, or join the parts (“Join islands to their nearest neighbour”, BRIDGE, or edges in the “Edited adjacency layer”, ADJACENCY).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>The map falls into {parts} disconnected parts (areas in them: {sizes}), but only {territories} territories are there to cover them, and a territory must be one piece. Join the parts (“Join islands to their nearest neighbour”, BRIDGE, or edges in the “Edited adjacency layer”, ADJACENCY), or ask for more territories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>No plan keeps every territory within {limit:g} % of its target if only {budget:g} % of the weight may change hands: the worst deviation cannot fall below {bound:.3g} %. Raise “Maximum deviation from the target” (MAX_DEVIATION) or “Maximum change” (MAX_CHANGE).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>No plan keeps every territory within {limit:g} % of its target: the worst deviation cannot fall below {bound:.3g} % (largest area, locks, parts of the map, areas that alone hold it together). Raise “Maximum deviation from the target” (MAX_DEVIATION).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/feasibility.py"/>
        <source>{count} areas hold too much of one territory's target, up to {share:.0f} %: {areas}. No plan keeps every territory within {limit:g} % of it: the worst deviation cannot fall below {bound:.3g} %. Divide these areas, or raise “Maximum deviation from the target” (MAX_DEVIATION).</source>
        <extracomment>For exactly one: Area {areas} holds {share:.0f} % of one territory's target, so that no plan keeps every territory within {limit:g} % of it: the worst deviation cannot fall below {bound:.3g} %. Divide this area, or raise “Maximum deviation from the target” (MAX_DEVIATION).</extracomment>
        <translation>
            <numerusform>Area {areas} holds {share:.0f} % of one territory's target, so that no plan keeps every territory within {limit:g} % of it: the worst deviation cannot fall below {bound:.3g} %. Divide this area, or raise “Maximum deviation from the target” (MAX_DEVIATION).</numerusform>
            <numerusform>{count} areas hold too much of one territory's target, up to {share:.0f} %: {areas}. No plan keeps every territory within {limit:g} % of it: the worst deviation cannot fall below {bound:.3g} %. Divide these areas, or raise “Maximum deviation from the target” (MAX_DEVIATION).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>Area {area} holds {share:.0f} % of one territory's target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>{count} areas in all are heavier than a territory's target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>No plan can have a worst deviation below {bound:.3g} %; the best possible plan is searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/feasibility.py"/>
        <source>Territories without such an area share evenly what is left for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/first_plans.py"/>
        <source>Making the current plan contiguous moves {needed:.3g} % of the weight, but only {limit:g} % may change territory. Raise “Maximum change” (MAX_CHANGE), or join the parts (“Join islands to their nearest neighbour”, BRIDGE, or edges in the “Edited adjacency layer”, ADJACENCY).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/free_homes.py"/>
        <source>“Cost matrix” (COST_MATRIX) has rows from {candidates} areas, but {free} homes are to be found. Add rows from the areas in which they may be, leave the matrix out, or let all representatives stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/importance.py"/>
        <source>“Fields to balance” (BALANCE_FIELDS, BALANCE_EXPRESSIONS): {fields} are 0 or NULL in every area, so that there is nothing to balance. Choose other fields or expressions.</source>
        <extracomment>For exactly one: “Fields to balance” (BALANCE_FIELDS, BALANCE_EXPRESSIONS): {fields} is 0 or NULL in every area, so that there is nothing to balance. Choose another field or expression.</extracomment>
        <translation>
            <numerusform>“Fields to balance” (BALANCE_FIELDS, BALANCE_EXPRESSIONS): {fields} is 0 or NULL in every area, so that there is nothing to balance. Choose another field or expression.</numerusform>
            <numerusform>“Fields to balance” (BALANCE_FIELDS, BALANCE_EXPRESSIONS): {fields} are 0 or NULL in every area, so that there is nothing to balance. Choose other fields or expressions.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/balance/importance.py"/>
        <source>“Importance of each balance field” (BALANCE_WEIGHTS) '{text}' is not a list of numbers like 2,1. Give one number for each field, with commas between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/importance.py"/>
        <source>“Importance of each balance field” (BALANCE_WEIGHTS) '{text}' holds {given} numbers, but the number of criteria is {count}. Give one number for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/importance.py"/>
        <source>“Importance of each balance field” (BALANCE_WEIGHTS) '{text}' must be 0 or more, and not all 0. Give numbers like 2,1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/locks.py"/>
        <source>“Areas that stay in their territory” (LOCKED) needs to know the territories: start from a plan (TERRITORY_FIELD) or from representatives (REPS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/locks.py"/>
        <source>“Areas that stay in their territory” (LOCKED) holds {count} areas that are in no territory (ids {ids}). Assign or unlock them.</source>
        <extracomment>For exactly one: “Areas that stay in their territory” (LOCKED) holds {count} area that is in no territory (id {ids}). Assign or unlock it.</extracomment>
        <translation>
            <numerusform>“Areas that stay in their territory” (LOCKED) holds {count} area that is in no territory (id {ids}). Assign or unlock it.</numerusform>
            <numerusform>“Areas that stay in their territory” (LOCKED) holds {count} areas that are in no territory (ids {ids}). Assign or unlock them.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/balance/locks.py"/>
        <source>“Territories that neither lose nor receive areas” (LOCKED_TERRITORIES) needs to know the territories: start from a plan (TERRITORY_FIELD) or from representatives (REPS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/locks.py"/>
        <source>“Each home lies in its own territory” (HOME_INSIDE) contradicts the locks: the areas in which {count} representatives live ({reps}) are locked in other territories. Unlock them, or switch “Each home lies in its own territory” off.</source>
        <extracomment>For exactly one: “Each home lies in its own territory” (HOME_INSIDE) contradicts the locks: the area in which {reps} lives is locked in another territory. Unlock it, or switch “Each home lies in its own territory” off.</extracomment>
        <translation>
            <numerusform>“Each home lies in its own territory” (HOME_INSIDE) contradicts the locks: the area in which {reps} lives is locked in another territory. Unlock it, or switch “Each home lies in its own territory” off.</numerusform>
            <numerusform>“Each home lies in its own territory” (HOME_INSIDE) contradicts the locks: the areas in which {count} representatives live ({reps}) are locked in other territories. Unlock them, or switch “Each home lies in its own territory” off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/locks.py"/>
        <source>“Each home lies in its own territory” (HOME_INSIDE) contradicts “Territories that neither lose nor receive areas” (LOCKED_TERRITORIES): {count} representatives ({reps}) do not live in such territories of their own. Unlock them, or switch “Each home lies in its own territory” off.</source>
        <extracomment>For exactly one: “Each home lies in its own territory” (HOME_INSIDE) contradicts “Territories that neither lose nor receive areas” (LOCKED_TERRITORIES): {reps} does not live in such a territory of one's own. Unlock it, or switch “Each home lies in its own territory” off.</extracomment>
        <translation>
            <numerusform>“Each home lies in its own territory” (HOME_INSIDE) contradicts “Territories that neither lose nor receive areas” (LOCKED_TERRITORIES): {reps} does not live in such a territory of one's own. Unlock it, or switch “Each home lies in its own territory” off.</numerusform>
            <numerusform>“Each home lies in its own territory” (HOME_INSIDE) contradicts “Territories that neither lose nor receive areas” (LOCKED_TERRITORIES): {count} representatives ({reps}) do not live in such territories of their own. Unlock them, or switch “Each home lies in its own territory” off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/locks.py"/>
        <source>“Areas with the same value here stay together” (TOGETHER_FIELD) contradicts “Territories that neither lose nor receive areas” (LOCKED_TERRITORIES): {count} groups lie partly in such territories ({territories}), which may not receive their other areas ({areas}). Unlock the territories, or split the groups.</source>
        <extracomment>For exactly one: “Areas with the same value here stay together” (TOGETHER_FIELD) contradicts “Territories that neither lose nor receive areas” (LOCKED_TERRITORIES): {count} group lies partly in such a territory ({territories}), which may not receive its other areas ({areas}). Unlock the territory, or split the group.</extracomment>
        <translation>
            <numerusform>“Areas with the same value here stay together” (TOGETHER_FIELD) contradicts “Territories that neither lose nor receive areas” (LOCKED_TERRITORIES): {count} group lies partly in such a territory ({territories}), which may not receive its other areas ({areas}). Unlock the territory, or split the group.</numerusform>
            <numerusform>“Areas with the same value here stay together” (TOGETHER_FIELD) contradicts “Territories that neither lose nor receive areas” (LOCKED_TERRITORIES): {count} groups lie partly in such territories ({territories}), which may not receive their other areas ({areas}). Unlock the territories, or split the groups.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/balance/repair.py"/>
        <source>The areas locked to territory {territory} cannot be connected with each other without crossing areas locked to other territories. Unlock some of them (LOCKED).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/repair.py"/>
        <source>{count} areas cannot be reached by any territory: no territory is left for their part of the map. Join the parts (“Join islands to their nearest neighbour”, BRIDGE, or edges in the “Edited adjacency layer”, ADJACENCY), or ask for more territories.</source>
        <extracomment>For exactly one: {count} area cannot be reached by any territory: no territory is left for its part of the map. Join the parts (“Join islands to their nearest neighbour”, BRIDGE, or edges in the “Edited adjacency layer”, ADJACENCY), or ask for more territories.</extracomment>
        <translation>
            <numerusform>{count} area cannot be reached by any territory: no territory is left for its part of the map. Join the parts (“Join islands to their nearest neighbour”, BRIDGE, or edges in the “Edited adjacency layer”, ADJACENCY), or ask for more territories.</numerusform>
            <numerusform>{count} areas cannot be reached by any territory: no territory is left for their part of the map. Join the parts (“Join islands to their nearest neighbour”, BRIDGE, or edges in the “Edited adjacency layer”, ADJACENCY), or ask for more territories.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/balance/repair.py"/>
        <source>{count} areas touch only territories that may not receive areas. Unlock some of these (LOCKED_TERRITORIES), or give the areas a territory.</source>
        <extracomment>For exactly one: {count} area touches only territories that may not receive areas. Unlock one of them (LOCKED_TERRITORIES), or give the area a territory.</extracomment>
        <translation>
            <numerusform>{count} area touches only territories that may not receive areas. Unlock one of them (LOCKED_TERRITORIES), or give the area a territory.</numerusform>
            <numerusform>{count} areas touch only territories that may not receive areas. Unlock some of these (LOCKED_TERRITORIES), or give the areas a territory.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/balance/repair.py"/>
        <source>No area is free to start territory {territory}: locks hold too many areas. Unlock some of them (LOCKED, LOCKED_TERRITORIES).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>“Number of plans in the population” (POPULATION) is {count}; at least 4 are needed. Raise it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>“Number of plans in a tournament” (TOURNAMENT) is {count}; at least 1 is needed. Raise it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>“Elite that survives unchanged” (ELITISM) is {share:g} %; it must be 0 or more and less than 100 % of the population. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>“Minimum crossover rate” (CROSSOVER_MIN)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>“Maximum crossover rate” (CROSSOVER_MAX)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>“Minimum mutation rate” (MUTATION_MIN)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>“Maximum mutation rate” (MUTATION_MAX)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>Unknown initialisation {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Maximum number of generations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>Generations without progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <location filename="../ui/workbench/run_page.py"/>
        <source>Time limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>Stop at this worst deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <location filename="../processing_provider/inputs/parameters.py"/>
        <source>Random seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>Worker processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>Number of islands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>“{name}” must not be negative; it is {value:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/balance/settings.py"/>
        <source>“Travel counts as 1 distance, 2 squared distance” (TRAVEL_POWER) is {power}; it must be 1 or 2. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/contiguity/borders.py"/>
        <source>“Snap distance” (TOLERANCE) must be 0 or a positive length in metres, but it is {tolerance}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/contiguity/borders.py"/>
        <source>“Snap distance” (TOLERANCE) of {tolerance:g} m is larger than half of the areas, which measure {extent:g} m or less. Give one that is smaller than any area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/contiguity/graph.py"/>
        <source>An edge of the contiguity graph names an area that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/customers/clustering_problem.py"/>
        <source>Some customers have no position; leave them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/customers/clustering_problem.py"/>
        <source>At least one territory is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/customers/clustering_problem.py"/>
        <source>There are {count} territories for {n} customers only; ask for fewer (COUNT).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/customers/clustering_problem.py"/>
        <source>{given} centres are given for {count} territories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/customers/group.py"/>
        <source>{wanted} territories are asked for, but there are only {count} customers. Set “Number of territories” to at most {count}.</source>
        <extracomment>For exactly one: {wanted} territories are asked for, but there is only {count} customer. Set “Number of territories” to one.</extracomment>
        <translation>
            <numerusform>{wanted} territories are asked for, but there is only {count} customer. Set “Number of territories” to one.</numerusform>
            <numerusform>{wanted} territories are asked for, but there are only {count} customers. Set “Number of territories” to at most {count}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/customers/group_search.py"/>
        <source>{wanted} territories are asked for, but the customers that must stay together leave only {count} parts. Ask for at most {count} (COUNT), or let some be divided (TOGETHER_FIELD, SAME_POINT).</source>
        <extracomment>For exactly one: {wanted} territories are asked for, but all customers must stay together. Ask for one (COUNT), or let some be divided (TOGETHER_FIELD, SAME_POINT).</extracomment>
        <translation>
            <numerusform>{wanted} territories are asked for, but all customers must stay together. Ask for one (COUNT), or let some be divided (TOGETHER_FIELD, SAME_POINT).</numerusform>
            <numerusform>{wanted} territories are asked for, but the customers that must stay together leave only {count} parts. Ask for at most {count} (COUNT), or let some be divided (TOGETHER_FIELD, SAME_POINT).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/customers/group_search.py"/>
        <source>nearest-neighbour clean-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/customers/group_search.py"/>
        <source>no rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/customers/group_search.py"/>
        <source>number of customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/customers/group_search.py"/>
        <source>sum of “{attribute}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/customers/group_search.py"/>
        <source>fixed customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/customers/group_search.py"/>
        <source>customers who stay together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/customers/group_search.py"/>
        <source>maximum distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/customers/group_search.py"/>
        <source>current portfolios</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/customers/matching.py"/>
        <source>{count} customers have a weight that is negative or not a number (rows {rows}).</source>
        <extracomment>For exactly one: {count} customer has a weight that is negative or not a number (row {rows}).</extracomment>
        <translation>
            <numerusform>{count} customer has a weight that is negative or not a number (row {rows}).</numerusform>
            <numerusform>{count} customers have a weight that is negative or not a number (rows {rows}).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/customers/named_clustering.py"/>
        <source>With centres at most {distance} m away (“Maximum distance from customer to centre”, MAX_DISTANCE): {reason} More territories or a greater distance may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/customers/named_clustering.py"/>
        <source>No plan was found in which every customer is within {distance} m of the centre; the nearest one has a customer at {farthest} m. Raise the maximum distance (MAX_DISTANCE), or ask for more territories (COUNT).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/customers/named_group.py"/>
        <source>{count} customers must stay together, but different representatives must get them ({ids}). Free some of them (PREASSIGNED_FIELD), or let them be divided (TOGETHER_FIELD, SAME_POINT).</source>
        <extracomment>For exactly one: {count} customer must stay together with others that another representative must get ({ids}). Free some of them (PREASSIGNED_FIELD).</extracomment>
        <translation>
            <numerusform>{count} customer must stay together with others that another representative must get ({ids}). Free some of them (PREASSIGNED_FIELD).</numerusform>
            <numerusform>{count} customers must stay together, but different representatives must get them ({ids}). Free some of them (PREASSIGNED_FIELD), or let them be divided (TOGETHER_FIELD, SAME_POINT).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/customers/naming.py"/>
        <source>{bound} representatives have fixed customers, but there are only {count} territories. Ask for at least {bound} (COUNT), or free some of the customers (PREASSIGNED_FIELD).</source>
        <extracomment>For exactly one: {bound} representatives have fixed customers, but there is only {count} territory. Ask for at least {bound} (COUNT), or free some of the customers (PREASSIGNED_FIELD).</extracomment>
        <translation>
            <numerusform>{bound} representatives have fixed customers, but there is only {count} territory. Ask for at least {bound} (COUNT), or free some of the customers (PREASSIGNED_FIELD).</numerusform>
            <numerusform>{bound} representatives have fixed customers, but there are only {count} territories. Ask for at least {bound} (COUNT), or free some of the customers (PREASSIGNED_FIELD).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/customers/neighbours.py"/>
        <location filename="../core/customers/new_customers.py"/>
        <source>At least one neighbour is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/customers/new_customers.py"/>
        <source>“Share of customers kept apart for a test” (TEST_SHARE) must lie between 0 and 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/customers/new_customers.py"/>
        <source>“Share of customers kept apart for a test” (TEST_SHARE) needs at least two customers with a territory. Leave it empty, or choose another field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/customers/rules.py"/>
        <source>Limits on sums (LIMITS): at least {least} and at most {most} of “{name}” contradict each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/genetic.py"/>
        <source>{least} is {low:g} and {most} is {high:g}: the minimum must not be above the maximum, and both must lie between 0 and 1. Lower the one or raise the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/geometry/outlines.py"/>
        <source>{count} vertices have no finite coordinates; the first is in area number {area} (counted from 1). Repair its geometry.</source>
        <extracomment>For exactly one: {count} vertex has no finite coordinates; it is in area number {area} (counted from 1). Repair its geometry.</extracomment>
        <translation>
            <numerusform>{count} vertex has no finite coordinates; it is in area number {area} (counted from 1). Repair its geometry.</numerusform>
            <numerusform>{count} vertices have no finite coordinates; the first is in area number {area} (counted from 1). Repair its geometry.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/geometry/outlines.py"/>
        <source>A line is no line (geometry type {code}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/geometry/outlines.py"/>
        <source>A line is damaged: it ends after {size} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/geometry/outlines.py"/>
        <source>Area number {area} (counted from 1) is no polygon (geometry type {code}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/geometry/outlines.py"/>
        <source>The geometry of area number {area} (counted from 1) is damaged: it ends after {size} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/ids.py"/>
        <source>{layer}: the id field '{field}' is NULL in {count} features. Give every feature an id.</source>
        <extracomment>For exactly one: {layer}: the id field '{field}' is NULL in {count} feature. Give every feature an id.</extracomment>
        <translation>
            <numerusform>{layer}: the id field '{field}' is NULL in {count} feature. Give every feature an id.</numerusform>
            <numerusform>{layer}: the id field '{field}' is NULL in {count} features. Give every feature an id.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/ids.py"/>
        <source>{layer}: ids in field '{field}' are not unique: {ids}. Every feature needs an id of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/libraries.py"/>
        <source>The Python library “{library}” is needed and cannot be loaded ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/memory.py"/>
        <source>the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/memory.py"/>
        <source>The memory of this computer does not suffice: another {size} were needed at once. Use fewer features of {inputs} at a time (select a part and use “Selected features only”), set “Worker processes” (WORKERS) to 1 where there is that setting, or close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/memory.py"/>
        <source>The memory of this computer does not suffice. Use fewer features of {inputs} at a time (select a part and use “Selected features only”), set “Worker processes” (WORKERS) to 1 where there is that setting, or close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/plan/alignment.py"/>
        <source>Line {line} of “Alignment file” (FILE) has {count} value where an area and its territory are needed. Write area_id,territory in every line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/plan/alignment.py"/>
        <source>“Alignment file” (FILE) gives {count} areas to two territories each: {ids}. Keep one line for each area.</source>
        <extracomment>For exactly one: “Alignment file” (FILE) gives {count} area to two territories: {ids}. Keep one line for each area.</extracomment>
        <translation>
            <numerusform>“Alignment file” (FILE) gives {count} area to two territories: {ids}. Keep one line for each area.</numerusform>
            <numerusform>“Alignment file” (FILE) gives {count} areas to two territories each: {ids}. Keep one line for each area.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/plan/alignment.py"/>
        <source>None of the {count} ids in “Alignment file” (FILE) is the id of an area or customer: it has {theirs}, the layer (INPUT) has {ours}. Choose the field that holds these ids (ID_FIELD); ids with zeros in front must be texts on both sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/plan/alignment.py"/>
        <source>“Alignment file” (FILE) is empty. Choose a file with lines of area_id,territory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/plan/compare.py"/>
        <source>The two plans are not over the same areas. Join them by id first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/plan/editor.py"/>
        <source>Customers have no neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/plan/editor.py"/>
        <source>A stroke names an area that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/plan/editor.py"/>
        <source>A stroke names a territory that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/plan/editor.py"/>
        <source>A stroke names an area twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/plan/groups.py"/>
        <source>Areas that shall stay together (TOGETHER_FIELD) lie in regions without any connection ({count} areas in {parts} parts). Join the regions with bridges (BRIDGE), or take these areas out of the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/plan/groups.py"/>
        <source>{count} groups of areas that shall stay together (TOGETHER_FIELD) hold areas that are locked in different territories (at areas {areas}). Unlock one side (LOCKED), or split the groups.</source>
        <extracomment>For exactly one: A group of areas that shall stay together (TOGETHER_FIELD) holds areas that are locked in different territories (at areas {areas}). Unlock one side (LOCKED), or split the group.</extracomment>
        <translation>
            <numerusform>A group of areas that shall stay together (TOGETHER_FIELD) holds areas that are locked in different territories (at areas {areas}). Unlock one side (LOCKED), or split the group.</numerusform>
            <numerusform>{count} groups of areas that shall stay together (TOGETHER_FIELD) hold areas that are locked in different territories (at areas {areas}). Unlock one side (LOCKED), or split the groups.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/plan/nearest.py"/>
        <source>“Cost matrix” (COST_MATRIX): no area can be reached from any home (all costs are NULL). Complete the matrix, or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/plan/nearest.py"/>
        <source>There are {representatives} representatives (REPS) but only {areas} areas; each territory needs at least one area. Leave some of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/plan/reasons.py"/>
        <source>{count} areas are locked ({areas}). Unlock them first.</source>
        <extracomment>For exactly one: Area {areas} is locked. Unlock it first.</extracomment>
        <translation>
            <numerusform>Area {areas} is locked. Unlock it first.</numerusform>
            <numerusform>{count} areas are locked ({areas}). Unlock them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/plan/reasons.py"/>
        <source>{count} areas stay together with others ({areas}). Move whole groups.</source>
        <extracomment>For exactly one: Area {areas} stays together with others. Move the whole group.</extracomment>
        <translation>
            <numerusform>Area {areas} stays together with others. Move the whole group.</numerusform>
            <numerusform>{count} areas stay together with others ({areas}). Move whole groups.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/plan/reasons.py"/>
        <source>More would change hands than Maximum change allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/plan/reasons.py"/>
        <source>{count} areas would be farther from their home than allowed ({areas}).</source>
        <extracomment>For exactly one: Area {areas} would be farther from its home than allowed.</extracomment>
        <translation>
            <numerusform>Area {areas} would be farther from its home than allowed.</numerusform>
            <numerusform>{count} areas would be farther from their home than allowed ({areas}).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/plan/reasons.py"/>
        <source>Territory {name} is locked. Unlock it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/plan/reasons.py"/>
        <source>Area {areas} holds the home of territory {name}. Move the home first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/plan/reasons.py"/>
        <source>Territory {name} would have no area left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/plan/reasons.py"/>
        <source>Territory {name} would lie in {parts} parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/plan/reasons.py"/>
        <source>Territory {name} would be beyond Maximum deviation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/candidates.py"/>
        <source>{candidates} candidates × {places} places are {pairs} pairs, more than the {most} that this method holds in memory. Restrict the candidates (CANDIDATES) to at most {fit}, e.g. the largest towns, or use the natural-breaks classes (METHOD).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/capacitated_median.py"/>
        <source>No choice of {count} homes was found whose capacities hold every demand; the best one lacks {excess}. Raise the capacities (CAPACITY) or the number of representatives (COUNT).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/capacitated_median.py"/>
        <source>No choice of {homes} homes was found that reaches every place within the capacities; {count} places stay without a route: {ids}. Raise the capacities (CAPACITY), or complete the cost matrix (COST_MATRIX).</source>
        <extracomment>For exactly one: No choice of {homes} homes was found that reaches every place within the capacities; {count} place stays without a route: {ids}. Raise the capacities (CAPACITY), or complete the cost matrix (COST_MATRIX).</extracomment>
        <translation>
            <numerusform>No choice of {homes} homes was found that reaches every place within the capacities; {count} place stays without a route: {ids}. Raise the capacities (CAPACITY), or complete the cost matrix (COST_MATRIX).</numerusform>
            <numerusform>No choice of {homes} homes was found that reaches every place within the capacities; {count} places stay without a route: {ids}. Raise the capacities (CAPACITY), or complete the cost matrix (COST_MATRIX).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/capacities.py"/>
        <source>Demands must be finite and at least 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/capacities.py"/>
        <source>Capacities must be at least 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/capacities.py"/>
        <source>{count} places alone weigh more than one home may serve ({capacity}): {ids}. Raise the capacity (CAPACITY; the heaviest weighs {most}), or divide these places.</source>
        <extracomment>For exactly one: {count} place alone weighs more than one home may serve ({capacity}): {ids}. Raise the capacity (CAPACITY; the heaviest weighs {most}), or divide this place.</extracomment>
        <translation>
            <numerusform>{count} place alone weighs more than one home may serve ({capacity}): {ids}. Raise the capacity (CAPACITY; the heaviest weighs {most}), or divide this place.</numerusform>
            <numerusform>{count} places alone weigh more than one home may serve ({capacity}): {ids}. Raise the capacity (CAPACITY; the heaviest weighs {most}), or divide these places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/capacities.py"/>
        <source>{count} homes hold {room} at most, but the weights add up to {total}. Raise the capacity (CAPACITY; to more than {enough} if it is the same for all), or the number of representatives (COUNT).</source>
        <extracomment>For exactly one: {count} home holds {room} at most, but the weights add up to {total}. Raise the capacity (CAPACITY) to more than that, or the number of representatives (COUNT).</extracomment>
        <translation>
            <numerusform>{count} home holds {room} at most, but the weights add up to {total}. Raise the capacity (CAPACITY) to more than that, or the number of representatives (COUNT).</numerusform>
            <numerusform>{count} homes hold {room} at most, but the weights add up to {total}. Raise the capacity (CAPACITY; to more than {enough} if it is the same for all), or the number of representatives (COUNT).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/greenfield.py"/>
        <source>{count} centres: mean distance {mean:,.3f} km, maximum {maximum:,.3f} km</source>
        <extracomment>For exactly one: {count} centre: mean distance {mean:,.3f} km, maximum {maximum:,.3f} km</extracomment>
        <translation>
            <numerusform>{count} centre: mean distance {mean:,.3f} km, maximum {maximum:,.3f} km</numerusform>
            <numerusform>{count} centres: mean distance {mean:,.3f} km, maximum {maximum:,.3f} km</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_problem.py"/>
        <source>Give either “Minimum customers per centre” or “Maximum customers per centre” ({bound}) or the range around the mean (± {range} %), not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_problem.py"/>
        <source>“Minimum customers per centre” ({low}) is above “Maximum customers per centre” ({high}). Lower the one or raise the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_problem.py"/>
        <source>“Minimum demand per centre” ({low}) is above “Maximum demand per centre” ({high}). Lower the one or raise the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/greenfield_problem.py"/>
        <source>A bound of {count} existing centres is negative or infinite: {names}. Correct it in the fields of “Existing centres that stay” (EXISTING), or leave it empty where the bound of all centres holds.</source>
        <extracomment>For exactly one: A bound of {count} existing centre is negative or infinite: {names}. Correct it in the fields of “Existing centres that stay” (EXISTING), or leave it empty where the bound of all centres holds.</extracomment>
        <translation>
            <numerusform>A bound of {count} existing centre is negative or infinite: {names}. Correct it in the fields of “Existing centres that stay” (EXISTING), or leave it empty where the bound of all centres holds.</numerusform>
            <numerusform>A bound of {count} existing centres is negative or infinite: {names}. Correct it in the fields of “Existing centres that stay” (EXISTING), or leave it empty where the bound of all centres holds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/greenfield_problem.py"/>
        <source>The minimum number of customers of {count} existing centres is above their maximum: {names}. Lower the one or raise the other.</source>
        <extracomment>For exactly one: The minimum number of customers of {count} existing centre is above its maximum: {names}. Lower the one or raise the other.</extracomment>
        <translation>
            <numerusform>The minimum number of customers of {count} existing centre is above its maximum: {names}. Lower the one or raise the other.</numerusform>
            <numerusform>The minimum number of customers of {count} existing centres is above their maximum: {names}. Lower the one or raise the other.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_problem.py"/>
        <source>{rule} is no rule for centres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_problem.py"/>
        <source>There are no customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/greenfield_problem.py"/>
        <source>{count} customers have a negative or missing demand: {ids}.</source>
        <extracomment>For exactly one: {count} customer has a negative or missing demand: {ids}.</extracomment>
        <translation>
            <numerusform>{count} customer has a negative or missing demand: {ids}.</numerusform>
            <numerusform>{count} customers have a negative or missing demand: {ids}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_problem.py"/>
        <source>“Demand” (WEIGHT_FIELD) of all {n} customers is 0: there is nothing to serve. Choose another field, or leave it out so that each customer counts 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>“Number of centres” is {count}, but that of customers {n}. Choose a number of centres from {least} to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>“Number of centres” is {count}, but {existing} exist already and stay open. Raise the number to at least {existing}, or close some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} centres × at least {low} customers = {need}, but there are only {n} customers. Lower the minimum (MIN_CUSTOMERS) or the number of centres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} centres need at least {need} customers together, but there are only {n} customers. Lower the minimum (MIN_CUSTOMERS), here or in the field of the existing centres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} centres × at most {high} customers = {room}, but there are {n} customers. Raise the maximum (MAX_CUSTOMERS) or the number of centres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} centres have room for {room} customers together, but there are {n} customers. Raise the maximum (MAX_CUSTOMERS), here or in the field of the existing centres, or the number of centres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} centres × at least {low} demand = {need}, but the customers' demand is {total} in all. Lower the minimum (MIN_DEMAND) or the number of centres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} centres need at least a demand of {need} together, but the customers' demand is {total} in all. Lower the minimum (MIN_DEMAND), here or in the field of the existing centres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} centres × at most {high} demand = {room}, but the customers' demand is {total} in all. Raise the maximum (MAX_DEMAND) or the number of centres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} centres have room for a demand of {room} together, but the customers' demand is {total} in all. Raise the maximum (MAX_DEMAND), here or in the field of the existing centres, or the number of centres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} customers alone have more demand than one centre may get ({high}): {ids}. Raise the maximum (MAX_DEMAND) or divide these customers.</source>
        <extracomment>For exactly one: {count} customer alone has more demand than one centre may get ({high}): {ids}. Raise the maximum (MAX_DEMAND) or divide this customer.</extracomment>
        <translation>
            <numerusform>{count} customer alone has more demand than one centre may get ({high}): {ids}. Raise the maximum (MAX_DEMAND) or divide this customer.</numerusform>
            <numerusform>{count} customers alone have more demand than one centre may get ({high}): {ids}. Raise the maximum (MAX_DEMAND) or divide these customers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{count} customers are beyond the maximum distance of every existing centre, and no new centre is asked for: {ids}. Raise the distance (MAX_DISTANCE) or the number of centres.</source>
        <extracomment>For exactly one: {count} customer is beyond the maximum distance of every existing centre, and no new centre is asked for: {ids}. Raise the distance (MAX_DISTANCE) or the number of centres.</extracomment>
        <translation>
            <numerusform>{count} customer is beyond the maximum distance of every existing centre, and no new centre is asked for: {ids}. Raise the distance (MAX_DISTANCE) or the number of centres.</numerusform>
            <numerusform>{count} customers are beyond the maximum distance of every existing centre, and no new centre is asked for: {ids}. Raise the distance (MAX_DISTANCE) or the number of centres.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>{need} customers are more than twice {limit} m apart from each other and so need a new centre each, but only {free} can be placed: {ids}. Raise the number of centres, or the distance (MAX_DISTANCE) to at least {enough} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>customers per centre: {least} to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>demand per centre: {least} to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>no bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/greenfield_refusals.py"/>
        <source>With {centres} centres no plan was found that keeps every customer within the maximum distance; the best leaves {count} beyond it, up to {most} m away: {ids}. Raise the distance (MAX_DISTANCE) or the number of centres.</source>
        <extracomment>For exactly one: With {centres} centres no plan was found that keeps every customer within the maximum distance; the best leaves {count} beyond it, up to {most} m away: {ids}. Raise the distance (MAX_DISTANCE) or the number of centres.</extracomment>
        <translation>
            <numerusform>With {centres} centres no plan was found that keeps every customer within the maximum distance; the best leaves {count} beyond it, up to {most} m away: {ids}. Raise the distance (MAX_DISTANCE) or the number of centres.</numerusform>
            <numerusform>With {centres} centres no plan was found that keeps every customer within the maximum distance; the best leaves {count} beyond it, up to {most} m away: {ids}. Raise the distance (MAX_DISTANCE) or the number of centres.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_result.py"/>
        <source>Give at least one number of centres and at least one start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/greenfield_search.py"/>
        <source>With {count} centres no plan was found ({bounds}). {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/homes.py"/>
        <source>{count} areas have a negative or missing weight.</source>
        <extracomment>For exactly one: {count} area has a negative or missing weight.</extracomment>
        <translation>
            <numerusform>{count} area has a negative or missing weight.</numerusform>
            <numerusform>{count} areas have a negative or missing weight.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/median_problem.py"/>
        <source>{count} costs are negative or missing. Every cost must be 0 or more.</source>
        <extracomment>For exactly one: {count} cost is negative or missing. Every cost must be 0 or more.</extracomment>
        <translation>
            <numerusform>{count} cost is negative or missing. Every cost must be 0 or more.</numerusform>
            <numerusform>{count} costs are negative or missing. Every cost must be 0 or more.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/median_problem.py"/>
        <source>Weights must be finite, at least 0, and one for each of {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/median_problem.py"/>
        <source>{count} places cannot be reached from any candidate: {ids}. Remove them, add candidates near them, or correct the cost matrix (COST_MATRIX).</source>
        <extracomment>For exactly one: {count} place cannot be reached from any candidate: {ids}. Remove it, add candidates near it, or correct the cost matrix (COST_MATRIX).</extracomment>
        <translation>
            <numerusform>{count} place cannot be reached from any candidate: {ids}. Remove it, add candidates near it, or correct the cost matrix (COST_MATRIX).</numerusform>
            <numerusform>{count} places cannot be reached from any candidate: {ids}. Remove them, add candidates near them, or correct the cost matrix (COST_MATRIX).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/median_problem.py"/>
        <source>{fixed} homes are fixed, but only {count} are to be chosen. Raise the number of representatives (COUNT).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/median_problem.py"/>
        <source>No choice of {homes} homes was found that reaches every place; the best leaves {count} places without a route: {ids}. Ask for more homes (COUNT), or correct the cost matrix (COST_MATRIX).</source>
        <extracomment>For exactly one: No choice of {homes} homes was found that reaches every place; the best leaves {count} place without a route: {ids}. Ask for more homes (COUNT), or correct the cost matrix (COST_MATRIX).</extracomment>
        <translation>
            <numerusform>No choice of {homes} homes was found that reaches every place; the best leaves {count} place without a route: {ids}. Ask for more homes (COUNT), or correct the cost matrix (COST_MATRIX).</numerusform>
            <numerusform>No choice of {homes} homes was found that reaches every place; the best leaves {count} places without a route: {ids}. Ask for more homes (COUNT), or correct the cost matrix (COST_MATRIX).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/median_problem.py"/>
        <source>{homes} homes are asked for, but there are {count} candidates. Set the number of representatives (COUNT) from 1 to {count}, or allow more candidates.</source>
        <extracomment>For exactly one: {homes} homes are asked for, but there is {count} candidate. Set the number of representatives (COUNT) to 1, or allow more candidates.</extracomment>
        <translation>
            <numerusform>{homes} homes are asked for, but there is {count} candidate. Set the number of representatives (COUNT) to 1, or allow more candidates.</numerusform>
            <numerusform>{homes} homes are asked for, but there are {count} candidates. Set the number of representatives (COUNT) from 1 to {count}, or allow more candidates.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/natural_breaks.py"/>
        <source>Natural breaks need finite values; {bad} of {all} are not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/natural_breaks.py"/>
        <source>Natural breaks need at least one class, not {k}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/siting/natural_breaks.py"/>
        <source>{count} candidates have a negative or missing potential: {ids}.</source>
        <extracomment>For exactly one: {count} candidate has a negative or missing potential: {ids}.</extracomment>
        <translation>
            <numerusform>{count} candidate has a negative or missing potential: {ids}.</numerusform>
            <numerusform>{count} candidates have a negative or missing potential: {ids}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/siting/settings.py"/>
        <source>“Genetic search: minimum crossover rate” (CROSSOVER_MIN)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/settings.py"/>
        <source>“Genetic search: maximum crossover rate” (CROSSOVER_MAX)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/settings.py"/>
        <source>“Genetic search: minimum mutation rate” (MUTATION_MIN)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/settings.py"/>
        <source>“Genetic search: maximum mutation rate” (MUTATION_MAX)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/settings.py"/>
        <source>“Genetic search: population” (POPULATION) is {population}; at least 2 choices are needed, of which “Genetic search: elitism” (ELITISM), less than 100 %, survive. Correct these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/settings.py"/>
        <source>“Maximum weight per home” (CAPACITY) is kept by the p-median only: choose that “Method” (METHOD), or leave the maximum empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/sited.py"/>
        <source>“Weight” (WEIGHT_FIELD) is 0 or NULL everywhere: there is nothing to serve. Choose another field, or leave it empty so that each place counts 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/siting/sited.py"/>
        <source>Exact allocation by {solver}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/some_names.py"/>
        <source>{shown}, … ({total} in all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/travel/cost_table.py"/>
        <source>“Cost matrix” (COST_MATRIX) has neither distances nor times. Give it a field distance_m or time_s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/travel/cost_table.py"/>
        <source>“Cost matrix” (COST_MATRIX): {count} rows have a negative {name}: {pairs}. Correct them, or empty their costs (no connection).</source>
        <extracomment>For exactly one: “Cost matrix” (COST_MATRIX): {count} row has a negative {name}: {pairs}. Correct it, or empty its cost (no connection).</extracomment>
        <translation>
            <numerusform>“Cost matrix” (COST_MATRIX): {count} row has a negative {name}: {pairs}. Correct it, or empty its cost (no connection).</numerusform>
            <numerusform>“Cost matrix” (COST_MATRIX): {count} rows have a negative {name}: {pairs}. Correct them, or empty their costs (no connection).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/travel/cost_table.py"/>
        <source>“Cost matrix” (COST_MATRIX): {count} pairs occur with different costs: {pairs}. Keep one row for each.</source>
        <extracomment>For exactly one: “Cost matrix” (COST_MATRIX): {count} pair occurs with different costs: {pairs}. Keep one row for it.</extracomment>
        <translation>
            <numerusform>“Cost matrix” (COST_MATRIX): {count} pair occurs with different costs: {pairs}. Keep one row for it.</numerusform>
            <numerusform>“Cost matrix” (COST_MATRIX): {count} pairs occur with different costs: {pairs}. Keep one row for each.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/travel/cost_table.py"/>
        <source>{wanted} is not a quantity of a cost matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/travel/cost_table.py"/>
        <source>The cost matrix has no values of {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/travel/cost_table.py"/>
        <source>As origin it never names {origins}, as destination never {destinations}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/travel/cost_table.py"/>
        <source>As origin it never names {origins}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/travel/cost_table.py"/>
        <source>As destination it never names {destinations}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/travel/cost_table.py"/>
        <source>It names all of these places, but in other pairs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/travel/cost_table.py"/>
        <source>“Cost matrix” (COST_MATRIX) lacks {missing} of {wanted} pairs: {pairs}. {hint} Add these rows, or make the matrix again for all places; a pair that is not connected needs a row, too, with empty costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/travel/road_lines.py"/>
        <source>The network has {lines} lines, but {speeds} speeds and {directions} directions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/travel/road_lines.py"/>
        <source>{count} vertices of the network have no finite coordinates.</source>
        <extracomment>For exactly one: {count} vertex of the network has no finite coordinates.</extracomment>
        <translation>
            <numerusform>{count} vertex of the network has no finite coordinates.</numerusform>
            <numerusform>{count} vertices of the network have no finite coordinates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../core/travel/road_lines.py"/>
        <source>{count} lines of the network have no speed above 0: {ids}. Give a default speed for them.</source>
        <extracomment>For exactly one: {count} line of the network has no speed above 0: {ids}. Give a default speed for it.</extracomment>
        <translation>
            <numerusform>{count} line of the network has no speed above 0: {ids}. Give a default speed for it.</numerusform>
            <numerusform>{count} lines of the network have no speed above 0: {ids}. Give a default speed for them.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/travel/road_lines.py"/>
        <source>Direction codes must be 0 (forward), 1 (backward) or 2 (both).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/travel/table_columns.py"/>
        <source>Travel table: origins in '{origin}', {count} destinations as columns, in {unit}.</source>
        <extracomment>For exactly one: Travel table: origins in '{origin}', {count} destination as a column, in {unit}.</extracomment>
        <translation>
            <numerusform>Travel table: origins in '{origin}', {count} destination as a column, in {unit}.</numerusform>
            <numerusform>Travel table: origins in '{origin}', {count} destinations as columns, in {unit}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/travel/table_columns.py"/>
        <source>Travel table ({maker}): from '{origin}' to '{destination}', {costs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/travel/table_columns.py"/>
        <source>“Cost matrix” (COST_MATRIX) has '{origin}' and '{destination}', but no column with costs that is known, such as distance_m or time_s; its columns are: {names}. Rename the one that holds the costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/travel/table_columns.py"/>
        <source>“Cost matrix” (COST_MATRIX) has no columns 'origin' and 'destination', nor any other spelling that is known; its columns are: {names}. Rename two columns to origin and destination, and the costs to distance_m or time_s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/travel/table_columns.py"/>
        <source>“Cost matrix” (COST_MATRIX): the unit of {columns} cannot be known from the name ({maker}). Say it in “Unit of the cost matrix” (COST_UNIT): metres, kilometres, seconds, minutes or hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/travel/trips.py"/>
        <source>“Cost matrix” (COST_MATRIX) has no rows from {count} of {all} candidates: {ids}. Make the matrix with all candidates as origins, or allow fewer candidates (CANDIDATES).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/travel/trips.py"/>
        <source>“Cost matrix” (COST_MATRIX) does not name {count} of the {all} areas: {ids}. Its ids look like {example}; choose as “Field that identifies an area” (AREA_ID_FIELD) the field that identified the areas when the matrix was made, and use a matrix of all areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/travel/trips.py"/>
        <source>nothing (it is empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workers/child_process.py"/>
        <source>it crashed with signal {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workers/child_process.py"/>
        <source>it was ended from outside, perhaps because memory ran short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workers/child_process.py"/>
        <source>exit code {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/workers/children.py"/>
        <source>A worker process ran out of memory; the {count} others do its work.</source>
        <extracomment>For exactly one: A worker process ran out of memory; the other one does its work.</extracomment>
        <translation>
            <numerusform>A worker process ran out of memory; the other one does its work.</numerusform>
            <numerusform>A worker process ran out of memory; the {count} others do its work.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/workers/children.py"/>
        <source>A worker process has ended ({cause}); its work is done again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workers/children.py"/>
        <source>The work goes on without worker processes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workers/failures.py"/>
        <source>a worker process has ended ({cause})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workers/failures.py"/>
        <source>a worker process has failed ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workers/pool.py"/>
        <source>no worker process can be started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workers/pool.py"/>
        <source>The Dask scheduler at {address} cannot be used ({reason}); the work is done on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/workers/pool.py"/>
        <source>The work is done by {count} workers of the Dask scheduler at {address}.</source>
        <extracomment>For exactly one: The work is done by {count} worker of the Dask scheduler at {address}.</extracomment>
        <translation>
            <numerusform>The work is done by {count} worker of the Dask scheduler at {address}.</numerusform>
            <numerusform>The work is done by {count} workers of the Dask scheduler at {address}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/workers/pool.py"/>
        <source>the pool is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workers/pool.py"/>
        <source>The cluster is lost ({reason}); the work goes on on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../core/workflow/capacity.py"/>
        <source>{count} areas hold more than one representative can carry ({ids}): {first} alone has {share:.0f} % of it. Raise “What one representative can carry” (CAPACITY), or divide the areas.</source>
        <extracomment>For exactly one: {count} area holds more than one representative can carry ({ids}): {first} alone has {share:.0f} % of it. Raise “What one representative can carry” (CAPACITY), or divide the area.</extracomment>
        <translation>
            <numerusform>{count} area holds more than one representative can carry ({ids}): {first} alone has {share:.0f} % of it. Raise “What one representative can carry” (CAPACITY), or divide the area.</numerusform>
            <numerusform>{count} areas hold more than one representative can carry ({ids}): {first} alone has {share:.0f} % of it. Raise “What one representative can carry” (CAPACITY), or divide the areas.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../core/workflow/capacity.py"/>
        <source>By the work that there is, {count} representatives are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workflow/planning.py"/>
        <source>{count} territories: hours of the plan and hours it was balanced on differ by at most {gap:.2f} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workflow/settling.py"/>
        <source>{count} territories, homes kept: balanced anew on its own hours, the plan stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/workflow/settling.py"/>
        <source>{count} territories, homes kept: hours of the plan and hours it was balanced on differ by at most {gap:.2f} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>Adjacency of areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>Prepare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>Finds which areas are neighbours and how long their shared border is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>contiguity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>borders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>topology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>Finds which polygons are neighbours, and measures the border they share. The result is a line layer, one line per pair of neighbours, that can be edited (delete a line to cut two areas apart, draw one from area to area to join them) and handed to "Balance territories" as its “Edited adjacency layer”.

Borders are found where polygons share vertices, and also where they do not: T-junctions, gaps and overlaps up to the snap distance, holes, multiparts. Barriers cut the borders that they follow or cross.

Islands and exclaves are joined to their nearest neighbour by bridges (kind = bridge, length 0), so that they can become part of a connected territory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>Pairs of neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>Connected regions (with bridges)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/adjacency.py"/>
        <source>Bridges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <source>Assign new customers</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <source>Gives new customers the territory of their neighbours, or of the polygon around them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>knn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>nearest neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <source>classify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <source>point in polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <source>new accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <source>Extends an assignment that exists to new customers.

By nearest neighbours, the territory is that of most of the nearest customers with a territory, and "confidence_pct" the share of them that are in it. By polygons, it is that of the polygon that holds the customer: confidence 100 %, less where polygons of several territories overlap. A customer outside every polygon gets the nearest one with confidence 0.

The customers or areas with a territory may have another reference system. Those whose territory is NULL or empty are not asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <source>Mean confidence (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/assignnew.py"/>
        <source>Number of customers outside every polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <source>Balance territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>Assign and balance areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <source>Divides areas into connected, compact territories with equal totals.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <source>districting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <source>redistricting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <source>zoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <source>genetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <source>regions</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/balance.py"/>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>Why the search ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>Cluster customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>Gives customers to representatives: compact, within limits, with little change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>k-means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>kmeans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>constrained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>portfolio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>sales force</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>Sum of the squared distances to the centres (m²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>Customers most of whose neighbours are in another territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>Mean distance to the centre (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>Customers who keep their representative (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/clustercustomers.py"/>
        <source>How the search ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Compare territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <location filename="../processing_provider/algorithms/validate.py"/>
        <source>Judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Two plans side by side: what changes hands, for whom, and what it saves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>handover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Compares two plans over the same areas or customers: two fields of one layer, or fields of two layers that are joined by the ids of their areas (never by order; what only one of them has is counted, listed and left out).

Before is the current plan from the current homes, after is the new plan from the same homes. With representatives after re-siting, travel of the new plan is shown from the new homes, too. Without representatives travel counts from the weighted centres.

Three tables come out: the areas that change hands, with the territory they leave and the one they go to; the hand-over of each representative, with what he or she keeps, gives and receives and the kilometres (with times: hours) before and after; and the table of old by new territories. Territories are the same where their names are the same.

Travel adds up one trip to each area that has weight, or all trips where their number is given. The saving is the travel before less that after (from the new homes, where there are any), at the costs per hour and kilometre; it is negative for a loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Weight that changes hands (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <location filename="../ui/workbench/alternative_runs.py"/>
        <source>Areas that change hands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Areas that had no territory before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Areas that only one of the two layers has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Saving on travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Worst deviation before (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Worst deviation after (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Standard deviation before (% of the mean target)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Standard deviation after (% of the mean target)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Coefficient of variation before (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Coefficient of variation after (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Contiguous parts before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Contiguous parts after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Length of the borders before (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Length of the borders after (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Mean distance before (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Mean distance after (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Mean distance from the new homes (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Travel before (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Travel after (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Travel from the new homes (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Mean travel time before (seconds)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Mean travel time after (seconds)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Mean travel time from the new homes (seconds)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Travel before (hours)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Travel after (hours)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/compare.py"/>
        <source>Travel from the new homes (hours)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>Travel cost matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>Measures distance and travel time from each origin to each destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>od matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>origin destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>network analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>shortest path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>routing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>Measures distance and travel time from every origin to every destination, in a straight line on the ellipsoid or by the fastest route on a road layer. The table can be handed to every algorithm that takes a cost matrix.

Origins and destinations may be points or polygons (their centroids), and the same layer. Each place is snapped to the nearest point of the nearest road; the way there is not counted. Places farther from any road than the snap distance, and pairs in parts of the network that are not connected, have no route: their costs are NULL, and “Pairs without a route” counts them.

Roads connect wherever they share a vertex. Speed and direction fields are read as in QGIS's own network analysis; a speed may also be a text such as "50" or "30 mph", and roads without a usable speed get the default. The layers may have different coordinate reference systems; lengths are ellipsoidal. The time of a straight line is its length at the default speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>Pairs without a route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/costmatrix.py"/>
        <source>Pairs of origin and destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Evaluate territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Numbers for any plan, and for each area why it is where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>compactness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <location filename="../processing_provider/algorithms/validate.py"/>
        <source>quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Judges a plan that is there already: made by this plugin, drawn by hand or imported. Nothing is moved; what is wrong is counted, not refused.

Each territory gets its totals, target and deviation, connected parts, enclaves (own parts inside another territory) and holes (parts of others inside it), travel, and three measures of compactness, each 1 for a disc: Polsby–Popper (outline; field "compactness"), Reock (smallest circle around it) and moment of inertia (how near its ground lies to its middle).

Each area gets its second-best territory: the one that it touches (customers: one of the three nearest homes) to which it would go if it had to. Next to it stand the change of the plan's worst deviation and of its own territory's (percentage points), of one trip to it and of the border (metres), and the rule that forbids the move if one does. "firmness" grades the areas from firm to loose; the layer has a style for it.

Overlap tells how messy the map is: the share of the ground in the convex hulls of all territories that belongs to somebody else. An exclave far away counts for much, as whoever serves it crosses the ground of others. For customers it is the share of the five nearest neighbours that belong to somebody else.

Travel counts from the homes of the representatives, in a straight line or by the cost matrix; without representatives from the weighted centres. Sums add up one trip to each area that has weight, or all trips where their number is given.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>Areas without a territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Worst deviation from the target (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>No plan can have a smaller worst deviation (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Standard deviation from the target (% of the mean target)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Coefficient of variation of the totals (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Gini coefficient of the totals (0 to 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Largest over smallest total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Mean absolute deviation from the target (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Contiguous parts over all territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Parts of territories inside others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Overlap of the territories (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Length of the borders between territories (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Mean distance to the home or centre (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Longest distance to the home or centre (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Total travel (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Mean travel time (seconds)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/evaluate.py"/>
        <source>Total travel time (seconds)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Greenfield centres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>Places centres where demand-weighted distance is least, within bounds per centre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>centre of gravity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>warehouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>clustering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>brownfield</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>Places centres (warehouses, homes, depots) freely on the map and gives every customer to one of them, so that the total of demand × distance is small and every centre keeps its bounds: customers, demand, and distance. Customers are allocated and centres moved to the middle of their customers in turn, from several starts. The round with the least total counts, in which customers were allocated to centres placed for the round before: a centre need not be exactly the middle of its final customers. With plain means and without a maximum distance the rounds go on until it is.

Give one number of centres, or a range: the curve shows what each further centre saves, and a number is recommended. With costs it is the number with the least total: cost of the centres, and of transport (demand × distance). Without costs it is the smallest number beyond which a further centre saves less than “Minimum saving by a further centre”, measured against the travel with one centre alone, so that the answer does not depend on the range that is tried.

Existing centres stay where they are. With as many centres as exist customers are only allocated, and a centre may stay empty unless a minimum forbids it; with more, new ones are added. “Allocation to start from” is one more start for as many centres as it has groups; existing centres stand in for the groups nearest to them.

A centre lies at the demand-weighted mean of its customers (on the sphere, so right at the antimeridian and the poles), at their plain mean, or at the point with the least total distance; with a maximum distance, as near to it as reaches all of them. Bounds that nobody can keep are refused with the numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>Recommended number of centres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>Total of demand × distance (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>No allocation to these centres has a smaller total (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>Mean distance, weighted by demand (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>Total cost of centres and travel (money, or demand × m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/greenfield.py"/>
        <source>feasible or cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>Import territory assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>Gives areas the territories that a CSV file names, by their ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>Reads a plan from a CSV file with a line "area_id,territory" for each area, and a third column "locked" if there is one. The header line may be missing; then the first column is the area and the second the territory.

Ids are compared as texts, so that 01067 stays 01067; only where the layer has numbers, zeros in front do not matter. What only the file or only the layer has is counted and listed, and nothing is ever joined by the order of lines. An area with two different territories is refused.

The result is the start of “Balance territories” or “Plan territories” with the field "territory", and what they lock with the expression "locked" = 1. A table of an Excel file is saved as CSV (UTF-8) first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Number of territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>Areas that got a territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <source>Ids of the file that no area has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/importassignment.py"/>
        <location filename="../ui/workbench/plan_values.py"/>
        <source>Locked areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>Match clusters to representatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>Gives clusters to current representatives so that most customers keep theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>hungarian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>retention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>Clusters from a new plan carry numbers; this gives each of them to one of the current representatives so that as many customers as possible (or as much weight, with a weight field) keep theirs. The match is the best of all one-to-one matches, not one cluster after the other.

“Customers by representative” holds the representative in the field "territory" (type of the current representative). If there are more clusters than representatives, the clusters left over get new names: further numbers, or "new 1", "new 2". If there are fewer, some representatives are left without a cluster. Who has left can be named and gets no cluster.

“Matches” is the table old → new: a row per cluster, and one per representative without a cluster, with the customers and the weight that stay. RETAINED_PCT is the share that keeps its representative, of all that have one now who has not left; it is NULL where nobody has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>Customers or weight that keep their representative (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>Clusters without a current representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/matchreps.py"/>
        <source>Representatives without a cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Nearest representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>Gives every area to the nearest representative, in connected territories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>voronoi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>allocation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>closest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>catchment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>Gives every area (or customer point) to the representative who is nearest, in a straight line on the ellipsoid or by a cost matrix (travel time if it has times, distance otherwise).

For polygons the territories are made contiguous: an area that is cut off from the representative's home joins the territory next to it that reaches it best. Islands count as connected to their nearest neighbour.

The result is the usual start for "Balance territories". The areas carry the representative's id in the field "territory" and the trip in metres; the territories are dissolved from them, with totals and deviation from the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>Territories that have areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>Worst deviation from the mean (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>Mean trip from the representative (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/nearestrep.py"/>
        <source>Mean time of a trip (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>Plan territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>The whole workflow: homes, nearest representative, balance, new homes; for one number of territories or several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>how many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>Plans territories from beginning to end, for the three scenarios of sales territory planning:

&lt;b&gt;Nothing is given&lt;/b&gt; but a number of territories: homes are chosen where travel is least, every area goes to the nearest home, the territories are balanced, and homes are sought anew inside them. &lt;b&gt;Homes are fixed&lt;/b&gt;: the representatives stay where they live. &lt;b&gt;A plan exists&lt;/b&gt;: it is improved. The areas keep each step: "territory_nearest" is the nearest home, "territory" the balanced plan.

&lt;b&gt;How many territories?&lt;/b&gt; Give a number, a minimum and a maximum, or what one representative can carry; then the number follows, and one less and one more are planned besides. With several numbers a table shows balance, travel, borders, the largest territory and costs of each, and the areas have a field for each, such as "territory_25". The field "territory" holds the number you wish, else the fewest that representatives can carry, else the cheapest, else the last that still saves travel.

&lt;b&gt;Work&lt;/b&gt; may depend on trips: an expression such as "visits" * (45 + @trip_min) / 60 gives the hours in each area. The hours are balanced, found anew from the trips of that plan, and balanced again; homes stay where they are in the end, and areas along borders change hands until the hours of the plan and those it was balanced on agree to 0.1 %.

Costs add up one trip to each visited area, or all trips where a field tells their number. Where no cost matrix gives times, hours follow from kilometres and the speed. Everything else is as in “Balance territories”: connected territories, rules, criteria, and repeatable results. Cancelling keeps what was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>Costs of representatives and travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>Travel of all representatives (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>Travel of all representatives (h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>Largest territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/plan.py"/>
        <source>Largest territory (% of what one representative can carry)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Re-site representatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Finds the best home inside each territory, and what moving there saves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>relocate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>travel time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>one-centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Finds the area inside each territory from which the trips to its areas cost least in total, after territories have been balanced: in a straight line on the ellipsoid, or by a cost matrix (travel time if it has times, distance otherwise).

Trips are counted in proportion to the weight, or one to each area that has weight; areas of weight 0 are not visited either way. Homes may be restricted to candidates by an expression, and with a cost matrix to areas from which it has rows.

The result holds one home per territory with its mean trip (in metres and, where the cost matrix has times, seconds), and the travel for one trip to each visited area in kilometres and hours: "before" in the territories before from the current homes, "stay" in these territories from the current homes, "after" in these territories from the new homes. The territories before are those of a field, or else what is nearest to each current home. Current homes are no candidates themselves: one that lies between the areas may need less travel than the best area, and the log then says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Travel before, from the current homes (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Travel in these territories from the current homes (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Travel in these territories from the new homes (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Travel before, from the current homes (h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Travel in these territories from the current homes (h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Travel in these territories from the new homes (h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Mean trip before, from the current homes (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Mean trip in these territories from the current homes (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Mean trip in these territories from the new homes (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Travel saved from before to after (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Travel saved by moving alone (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/resitereps.py"/>
        <source>Representatives who move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>Site representatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>Chooses homes for representatives among candidates, near what they serve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>location allocation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>p-median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>facility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>jenks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>homes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>Chooses a number of homes among candidates and gives every area or customer to the home that reaches it at least cost: in a straight line on the ellipsoid, or by a cost matrix (travel time if it has times, distance otherwise).

Methods: &lt;b&gt;p-median&lt;/b&gt; looks for the least total of weight × cost and says how far from the best possible it can be at most; &lt;b&gt;natural breaks&lt;/b&gt; draws homes at random from classes of potential, more from the richer classes, which is quick and repeatable by “Random seed”; &lt;b&gt;genetic search&lt;/b&gt; recombines choices of homes.

Candidates are the features of the input (all, or those for which an expression is true), or a layer of their own, e.g. towns or sites. A candidate's potential is that of its district: a field gives it, or it is the weight of everything nearest to the candidate. With a cost matrix its origins are the candidates and its destinations the areas.

“Homes” holds the candidate's id in "rep_id", its potential and natural-breaks class (1 = least), what it serves, and its accessibility: the travel from there to all places together ("access_m", "access_s"). OBJECTIVE is the total of trips × seconds or metres; no choice of as many candidates comes below LOWER_BOUND (0 where it was not computed).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>Total of trips × cost (s or m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>No choice has a smaller total (s or m; 0: not computed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>How far the total may be above the best possible (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>Mean distance to the home (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/sitereps.py"/>
        <source>optimal, feasible or cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>Smooth outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>Finds customers among those of another territory and moves them where it is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>clean up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>exclave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>outlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>Asks the nearest neighbours of every customer: if most of them are in another territory, the customer is an outlier. Outliers move to that territory unless a limit would break; where a move alone would, two outliers may be exchanged. The surest ones move first, and nobody moves twice.

Limits on sums per territory have one row per attribute. Limits that are broken already are never broken further.

“Customers after the clean-up” holds the new "territory", the one before in "territory_before", and the flag "outlier" for all that were found, moved or not. On the map they have a black outline; the map tip says "old → new". ACCURACY_PCT is the share of the customers with whom their neighbours agree (leave-one-out), before anybody moves; ACCURACY_AFTER_PCT the same afterwards; TEST_ACCURACY_PCT the share whose territory is foretold when a share of them is kept apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>Customers with whom their neighbours agree, before (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>Customers with whom their neighbours agree, after (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>Customers of the test whose territory was foretold (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>Number of outliers found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>Number of customers whose territory changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/smoothoutliers.py"/>
        <source>How the clean-up ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/validate.py"/>
        <source>Validate territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/validate.py"/>
        <source>Checks any plan against rules and shows where each one is broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/validate.py"/>
        <source>check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/validate.py"/>
        <source>rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/validate.py"/>
        <source>Checks a plan that is there already, whoever made it, and writes one feature for each breach of a rule: where it is, whose territory, which areas, the number, the limit, and a sentence. A clean plan gives no feature.

Always checked: areas without a territory, representatives without areas, territories in several parts, enclaves, territories without a representative and homes outside their territory (where representatives are given), and names that differ only by blanks or capitals or occur twice.

Checked where a limit or field is given: deviation from the target, number of areas, totals, distance from the home, groups that stay together, and how much changed from the current plan.

Values of the field "rule": unassigned, empty_territory, not_contiguous, enclave, split_group, too_few_areas, too_many_areas, total_too_small, total_too_large, deviation, change, no_home, home_outside, too_far, duplicate_name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/algorithms/validate.py"/>
        <source>Number of breaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/common/cluster_option.py"/>
        <source>Address of a Dask scheduler, e.g. tcp://10.0.0.5:8786 (empty: this computer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/common/missing_libraries.py"/>
        <source>The Python library {names} cannot be loaded ({reason}). Install it for the Python of QGIS and restart QGIS: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/common/missing_libraries.py"/>
        <source>This QGIS came without the Python library {names}. Install it and restart QGIS: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/common/missing_libraries.py"/>
        <source>open the OSGeo4W Shell from the start menu and type {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/common/request.py"/>
        <source>“{label}” ({id})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/common/statuses.py"/>
        <source>optimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/common/statuses.py"/>
        <source>feasible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/common/statuses.py"/>
        <source>converged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/common/statuses.py"/>
        <location filename="../processing_provider/reports/runs_table.py"/>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/common/statuses.py"/>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/common/statuses.py"/>
        <source>target reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/common/statuses.py"/>
        <source>time limit reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/common/statuses.py"/>
        <source>all generations done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/balance/case.py"/>
        <source>{count} areas have no territory in '{field}'; they are assigned by the search.</source>
        <extracomment>For exactly one: {count} area has no territory in '{field}'; it is assigned by the search.</extracomment>
        <translation>
            <numerusform>{count} area has no territory in '{field}'; it is assigned by the search.</numerusform>
            <numerusform>{count} areas have no territory in '{field}'; they are assigned by the search.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/case.py"/>
        <source>No field to balance is given: territories get about the same number of areas, whatever is in them. Choose “Fields to balance” for anything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/case.py"/>
        <source>Homes and travel cost come from the cost matrix ({unit}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/balance/case.py"/>
        <source>Left: {names}. {count} areas go to others.</source>
        <extracomment>For exactly one: Left: {names}. {count} area goes to others.</extracomment>
        <translation>
            <numerusform>Left: {names}. {count} area goes to others.</numerusform>
            <numerusform>Left: {names}. {count} areas go to others.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/case.py"/>
        <source>Joined: {names}. Each gets a territory, from those around the home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/criteria.py"/>
        <source>“Weight of keeping the current plan” (WEIGHT_STABILITY) has no effect: there is no current plan (TERRITORY_FIELD).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Areas or customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <source>Polygons or points that are given to the representatives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <location filename="../ui/example.py"/>
        <location filename="../ui/workbench/plan_values.py"/>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Representatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <source>One point per representative, where he or she lives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Field that identifies a representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Its values become the names of the territories; 1, 2, … if it is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <source>Weight of an area, e.g. potential (empty: each counts 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <source>Totals, deviations and mean trips count by this field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Connected territories (polygons only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <source>An area that is cut off joins a territory next to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <location filename="../ui/workbench/runs.py"/>
        <source>Areas by territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>The areas with their territory and the trip to them in metres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/nearest_parameters.py"/>
        <source>One feature per territory, with totals, deviation and travel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <location filename="../ui/workbench/setup_page.py"/>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Polygons that are divided into territories. Selected features only, if wished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Fields to balance (empty: every area counts 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Numbers whose totals shall be equal in all territories, e.g. customers, potential or hours of work. Several fields are balanced at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Start 1: the current plan in this field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Field with the current territory of each area. The plan is improved, names are kept. With start 2 the representatives are the people of this plan: areas of one who left go to the others, one who joined gets a territory around the home. Not together with start 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Start 2: representatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>One point per representative, where he or she lives. Without a current plan, every area first goes to the nearest representative. With start 3 there are new territories besides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Representatives stay where they live (start 2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Travel counts from their homes. Otherwise homes may move: travel counts from the middle of each territory, and territories go to those who travel least in them. Without representatives this has no effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Start 3: number of territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Alone: territories are made from nothing and numbered from north to south. With start 2: those of the representatives, and new ones up to this number. Not together with start 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Further criteria to balance: expressions, one per line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>QGIS expressions with numbers from 0, e.g. "pop2018" * 0.3 + "farms". They are balanced besides the fields and are called criterion_1, criterion_2, and so on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>What is balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>the worst deviation of a territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>the mean absolute deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>the standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>The worst deviation is fair to everybody; the mean absolute deviation is that of the paper (equation 2), the standard deviation that of the thesis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Importance of each balance field, e.g. 2,1 (empty: equal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>One number per field to balance and further criterion, in their order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>What matters, beside the other weights: 1 % more travel or border costs as much as 1 % of deviation where both weights are equal. 0 leaves a criterion out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Weight of balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Weight of short travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Weight of short borders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Travel counts as 1 distance, 2 squared distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Squared, a trip that is twice as long counts four times: no area is left far away to bring many others a little closer. Around the middle of a territory, where homes may move, the sum is the moment of inertia. Travel times are squared, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Weight of keeping the current plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>The more, the less weight leaves its territory in the current plan (start 1). Where people left, 0 stands for 0.5, and where somebody joined, for 0.3: little else moves, and who joins gets a territory around the home, not a strip along others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>One dissolved polygon per territory, with totals, deviation and travel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Homes after balancing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>One home per territory, with the mean trip in metres before and after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Convergence of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Table with one row per generation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Mean trip from the current homes, else from the centres (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Mean trip from the current homes (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Mean trip from the best home in each territory (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Mean trip from the best home in each territory (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>No plan this balanced can have a shorter mean trip (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Weight that changed its territory in the current plan (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>No plan this balanced can change less (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Homes outside their territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Generations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Duration of the search (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Worst deviation of the start (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Coefficient of variation of the start (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Mean trip before, from the current homes, else the centres (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Mean trip before, from the current homes (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Length of the borders of the start (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/parameters.py"/>
        <source>Contiguous parts of the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <source>Share of each representative, e.g. working time (empty: equal shares)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>A representative with 0.5 gets half as much as one with 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>Each home lies in its own territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>The area in which a representative who stays lives belongs to that one's territory; where two share an area, one yields to the nearest other area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>Field that says who stays (true or false)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>For each representative whether he or she stays (true) or may move (false). Empty values are as “Representatives stay where they live” says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Maximum deviation from the target (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>A plan in which some territory deviates more is refused. Smaller deviations cost nothing, which leaves room for shorter trips and borders: where compactness counts and no current plan is to be kept, 1 % as a rule has no longer borders than 0.5 %, and so on with 2, 3, 5, 10 and 20 %. Empty: no limit, and the most even plan is looked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Maximum change (% of the weight that may change territory)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>Needs a current plan (start 1). Areas of people who left do not count, as they must move. Empty: no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>Areas that stay in their territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>Expression that is true for areas which must stay in their territory of the current plan, or with their nearest representative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Areas with the same value here stay together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>E.g. the district of a municipality. Areas without a value are free. The areas between the parts of a group join it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>Territories that neither lose nor receive areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <location filename="../processing_provider/inputs/customers/limit_parameters.py"/>
        <location filename="../processing_provider/reports/customers.py"/>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rule_parameters.py"/>
        <source>Names of territories, one per row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rules.py"/>
        <location filename="../processing_provider/inputs/judge/evaluate_case.py"/>
        <source>“Areas with the same value here stay together” (TOGETHER_FIELD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/balance/rules.py"/>
        <source>{parameter} '{field}': {count} groups fall into several parts; each is joined with the areas that lie between its parts.</source>
        <extracomment>For exactly one: {parameter} '{field}': {count} group falls into several parts; it is joined with the areas that lie between its parts.</extracomment>
        <translation>
            <numerusform>{parameter} '{field}': {count} group falls into several parts; it is joined with the areas that lie between its parts.</numerusform>
            <numerusform>{parameter} '{field}': {count} groups fall into several parts; each is joined with the areas that lie between its parts.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/rules.py"/>
        <source>“Territories that neither lose nor receive areas” (LOCKED_TERRITORIES) names unknown territories: {unknown}. Correct the names; the territories are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Time limit (s; 0: none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>The best plan found until then is the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Stop at this worst deviation (%, 0: as good as possible)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>The search ends as soon as no territory deviates more from its target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>0 hands back the best of the first plans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Stop after this many generations without progress (0: chosen automatically)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>More generations find better plans now and then, and take longer. Where this is chosen automatically, searches of up to 200 areas mostly end after four generations; a number here lets them go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>The same seed gives the same plan; another one another plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Worker processes (0: chosen automatically)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>How many processors are used at most; the result does not depend on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Improve every plan by border moves (off: the plain genetic algorithm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>The plain genetic algorithm is that of the thesis; it needs far more generations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Number of plans in the population</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Over all islands together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Number of islands (0: chosen automatically)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Parts of the population that live apart and exchange their best plans, one per processor at most. The result depends on their number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>First plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>nearest representative only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>How the search begins; the second is the way of the thesis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Elite that survives unchanged (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Share of the best plans that pass to the next generation as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Number of plans in a tournament</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>The best of this number of random plans becomes a parent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>The rate of recombination adapts itself between minimum and maximum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>The share of mutated border areas adapts itself between the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Minimum crossover rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Maximum crossover rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Minimum mutation rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/search_parameters.py"/>
        <source>Maximum mutation rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/start.py"/>
        <source>“Start 3: number of territories” (COUNT) does not go with “Start 1: the current plan” (TERRITORY_FIELD), which has its number of territories. Leave one of them empty; for new territories add their representatives to “Start 2” (REPS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/start.py"/>
        <source>There is nothing to start from. Give one of these: “Start 1: the current plan” (TERRITORY_FIELD), “Start 2: representatives” (REPS), or “Start 3: number of territories” (COUNT).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/start.py"/>
        <source>“Start 3: number of territories” (COUNT) is {count}, but there are {known} representatives (REPS), each of whom has a territory. Raise the number to {known} or more (the others are new territories), leave it empty, or leave out representatives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/start.py"/>
        <source>“Field that identifies a representative” (REP_ID_FIELD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/start.py"/>
        <source>“Cost matrix” (COST_MATRIX) has rows from no area of {layer}, so that it tells nothing about where homes could be. Give the representatives (REPS) whose trips it holds, or a matrix between areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/balance/start.py"/>
        <source>“Cost matrix” (COST_MATRIX) has rows from no area of {count} territories: {names}. Add rows from at least one area of each.</source>
        <extracomment>For exactly one: “Cost matrix” (COST_MATRIX) has rows from no area of {count} territory: {names}. Add rows from at least one of its areas.</extracomment>
        <translation>
            <numerusform>“Cost matrix” (COST_MATRIX) has rows from no area of {count} territory: {names}. Add rows from at least one of its areas.</numerusform>
            <numerusform>“Cost matrix” (COST_MATRIX) has rows from no area of {count} territories: {names}. Add rows from at least one area of each.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/start.py"/>
        <source>“Start 3: number of territories” (COUNT) is {count}; a plan needs at least 1 territory. Raise the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/start.py"/>
        <source>“Start 3: number of territories” (COUNT) is {count}, but there are only {areas} areas; each territory needs at least one. Reduce the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/balance/start.py"/>
        <source>{count} areas are not connected with some home ({names}); such a trip counts as twice the longest one.</source>
        <extracomment>For exactly one: {count} area is not connected with some home ({names}); such a trip counts as twice the longest one.</extracomment>
        <translation>
            <numerusform>{count} area is not connected with some home ({names}); such a trip counts as twice the longest one.</numerusform>
            <numerusform>{count} areas are not connected with some home ({names}); such a trip counts as twice the longest one.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/values.py"/>
        <source>“Field that says who stays” (FIXED_FIELD) is a field of the representatives, but there are none: give “Start 2: representatives” (REPS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/balance/values.py"/>
        <source>“Share of each representative” (TARGET_FIELD) is a field of the representatives, but there are none: give “Start 2: representatives” (REPS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/adjacency_layer.py"/>
        <source>“Edited adjacency layer” (ADJACENCY) names areas that are not in {layer}: {ids}. Choose as “Field that identifies an area” (AREA_ID_FIELD) the field by which the adjacency was made, and use all areas of that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/contiguity/adjacency_layer.py"/>
        <source>“Edited adjacency layer” (ADJACENCY): {count} drawn lines do not begin and end inside an area (feature ids {ids}). Draw them from one area into the other, or fill from_id and to_id.</source>
        <extracomment>For exactly one: “Edited adjacency layer” (ADJACENCY): {count} drawn line does not begin and end inside an area (feature id {ids}). Draw it from one area into the other, or fill from_id and to_id.</extracomment>
        <translation>
            <numerusform>“Edited adjacency layer” (ADJACENCY): {count} drawn line does not begin and end inside an area (feature id {ids}). Draw it from one area into the other, or fill from_id and to_id.</numerusform>
            <numerusform>“Edited adjacency layer” (ADJACENCY): {count} drawn lines do not begin and end inside an area (feature ids {ids}). Draw them from one area into the other, or fill from_id and to_id.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/contiguity/adjacency_layer.py"/>
        <source>{count} pairs of neighbours are taken from the adjacency layer.</source>
        <extracomment>For exactly one: {count} pair of neighbours is taken from the adjacency layer.</extracomment>
        <translation>
            <numerusform>{count} pair of neighbours is taken from the adjacency layer.</numerusform>
            <numerusform>{count} pairs of neighbours are taken from the adjacency layer.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/adjacency_layer.py"/>
        <source>“Edited adjacency layer” (ADJACENCY): border_m is '{value}' in feature {feature}; it must be a length in metres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/contiguity/graph.py"/>
        <source>{count} bridges join islands and exclaves to their nearest neighbour.</source>
        <extracomment>For exactly one: {count} bridge joins islands and exclaves to their nearest neighbour.</extracomment>
        <translation>
            <numerusform>{count} bridge joins islands and exclaves to their nearest neighbour.</numerusform>
            <numerusform>{count} bridges join islands and exclaves to their nearest neighbour.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/contiguity/graph.py"/>
        <source>Barriers cut {count} borders of {all}.</source>
        <extracomment>For exactly one: Barriers cut {count} border of {all}.</extracomment>
        <translation>
            <numerusform>Barriers cut {count} border of {all}.</numerusform>
            <numerusform>Barriers cut {count} borders of {all}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/graph.py"/>
        <source>“Barriers that cut shared borders” (BARRIERS) cut no border. A line cuts where it runs along a border or crosses it, a surface where a border runs inside it. A generalised line needs a “Snap distance” (TOLERANCE) as large as its distance from the borders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>Edited adjacency layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>Lines as “Adjacency of areas” writes them. They replace the four settings that follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>Areas are neighbours if they share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>a border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>a border or a corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>Territories are connected by way of neighbouring areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Snap distance (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>Gaps and overlaps up to this width count as shared borders, and barriers up to this far from a border as running along it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>Join islands to their nearest neighbour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>Otherwise an island can only be a territory, or several, of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>Barriers that cut shared borders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/contiguity/parameters.py"/>
        <source>Rivers, motorways, …: a line takes away the border along which it runs, and all of a border that it crosses; a surface takes away what lies inside it. Areas of whose border less than a tenth is left are no neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/checks.py"/>
        <source>“Representative who must get the customer” (PREASSIGNED_FIELD) '{field}' names unknown representatives: {names} ({count} customers, ids {ids}). Known (in the customer's group, if there are groups) are {known}. Correct the field, or add who is missing to the representatives.</source>
        <extracomment>For exactly one: “Representative who must get the customer” (PREASSIGNED_FIELD) '{field}' names an unknown representative: {names} ({count} customer, id {ids}). Known (in the customer's group, if there are groups) are {known}. Correct the field, or add who is missing to the representatives.</extracomment>
        <translation>
            <numerusform>“Representative who must get the customer” (PREASSIGNED_FIELD) '{field}' names an unknown representative: {names} ({count} customer, id {ids}). Known (in the customer's group, if there are groups) are {known}. Correct the field, or add who is missing to the representatives.</numerusform>
            <numerusform>“Representative who must get the customer” (PREASSIGNED_FIELD) '{field}' names unknown representatives: {names} ({count} customers, ids {ids}). Known (in the customer's group, if there are groups) are {known}. Correct the field, or add who is missing to the representatives.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/checks.py"/>
        <source>“Limits on sums of single territories” (TERRITORY_LIMITS): {count} territories are unknown ({names}). Known are {known}. Correct the names, or delete the rows.</source>
        <extracomment>For exactly one: “Limits on sums of single territories” (TERRITORY_LIMITS): there is no territory {names}. Known are {known}. Correct the name, or delete the row.</extracomment>
        <translation>
            <numerusform>“Limits on sums of single territories” (TERRITORY_LIMITS): there is no territory {names}. Known are {known}. Correct the name, or delete the row.</numerusform>
            <numerusform>“Limits on sums of single territories” (TERRITORY_LIMITS): {count} territories are unknown ({names}). Known are {known}. Correct the names, or delete the rows.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/checks.py"/>
        <source>There are no customers to keep (MIN_RETENTION): none of the values of “Current representative of a customer” (CURRENT_FIELD) '{field}' ({values}) is the id of a representative. Check “Id field of the representatives” (REP_ID_FIELD).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/checks.py"/>
        <source>Of the current representatives in '{current}' some are not among the representatives (REPS): {names}. Their {count} customers are free for anybody.</source>
        <extracomment>For exactly one: Of the current representatives in '{current}' some are not among the representatives (REPS): {names}. Their {count} customer is free for anybody.</extracomment>
        <translation>
            <numerusform>Of the current representatives in '{current}' some are not among the representatives (REPS): {names}. Their {count} customer is free for anybody.</numerusform>
            <numerusform>Of the current representatives in '{current}' some are not among the representatives (REPS): {names}. Their {count} customers are free for anybody.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/checks.py"/>
        <source>{count} customers have no representative now ('{current}' is NULL or empty).</source>
        <extracomment>For exactly one: {count} customer has no representative now ('{current}' is NULL or empty).</extracomment>
        <translation>
            <numerusform>{count} customer has no representative now ('{current}' is NULL or empty).</numerusform>
            <numerusform>{count} customers have no representative now ('{current}' is NULL or empty).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>“Current representative of a customer” (CURRENT_FIELD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>“Representative who must get the customer” (PREASSIGNED_FIELD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>“Group field” (GROUP_FIELD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>“Customers with the same value stay together” (TOGETHER_FIELD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>“Name of a customer” (NAME_FIELD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>None of the representatives (REPS) belongs to {count} of the groups ({groups}). Add some, or leave out these customers.</source>
        <extracomment>For exactly one: None of the representatives (REPS) belongs to the group {groups}. Add some, or leave out these customers.</extracomment>
        <translation>
            <numerusform>None of the representatives (REPS) belongs to the group {groups}. Add some, or leave out these customers.</numerusform>
            <numerusform>None of the representatives (REPS) belongs to {count} of the groups ({groups}). Add some, or leave out these customers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>{parameter}: the field '{field}' is empty for all {count} customers. Choose another one, or leave the parameter empty.</source>
        <extracomment>For exactly one: {parameter}: the field '{field}' is empty for the only customer. Choose another one, or leave the parameter empty.</extracomment>
        <translation>
            <numerusform>{parameter}: the field '{field}' is empty for the only customer. Choose another one, or leave the parameter empty.</numerusform>
            <numerusform>{parameter}: the field '{field}' is empty for all {count} customers. Choose another one, or leave the parameter empty.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>It is not known how many territories there are to be. Give “Number of territories” (COUNT), or a layer of “Representatives” (REPS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>“Number of territories” (COUNT) is {wanted}, but there are {count} representatives (REPS). Leave the number empty, or select as many representatives.</source>
        <extracomment>For exactly one: “Number of territories” (COUNT) is {wanted}, but there is {count} representative (REPS). Leave the number empty, or select as many representatives.</extracomment>
        <translation>
            <numerusform>“Number of territories” (COUNT) is {wanted}, but there is {count} representative (REPS). Leave the number empty, or select as many representatives.</numerusform>
            <numerusform>“Number of territories” (COUNT) is {wanted}, but there are {count} representatives (REPS). Leave the number empty, or select as many representatives.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>“Representative who must get the customer” (PREASSIGNED_FIELD) together with “Group field” (GROUP_FIELD) needs “Representatives” (REPS) or “Current representative of a customer” (CURRENT_FIELD): without them territories are numbered over all groups, and nobody knows beforehand which number is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>“Group field” (GROUP_FIELD) '{group}' is NULL for {count} customers, who stay unassigned (ids {names}).</source>
        <extracomment>For exactly one: “Group field” (GROUP_FIELD) '{group}' is NULL for {count} customer, who stays unassigned (id {names}).</extracomment>
        <translation>
            <numerusform>“Group field” (GROUP_FIELD) '{group}' is NULL for {count} customer, who stays unassigned (id {names}).</numerusform>
            <numerusform>“Group field” (GROUP_FIELD) '{group}' is NULL for {count} customers, who stay unassigned (ids {names}).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/groups.py"/>
        <source>With a “Group field” (GROUP_FIELD), {layer} needs the same field '{field}', which says to which group a representative belongs. Add it, or leave the group field empty. Fields of that layer: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/layer.py"/>
        <source>{parameter}: the field '{field}' of {layer} is empty for all {count} features. Choose the field that says whose they are.</source>
        <extracomment>For exactly one: {parameter}: the field '{field}' of {layer} is empty for the only feature. Choose the field that says whose they are.</extracomment>
        <translation>
            <numerusform>{parameter}: the field '{field}' of {layer} is empty for the only feature. Choose the field that says whose they are.</numerusform>
            <numerusform>{parameter}: the field '{field}' of {layer} is empty for all {count} features. Choose the field that says whose they are.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/layer.py"/>
        <source>{layer} has no coordinate reference system, the other layer has one: it cannot be known how they lie to each other. Set it in the layer's properties.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limit_parameters.py"/>
        <source>attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limit_parameters.py"/>
        <source>minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limit_parameters.py"/>
        <source>maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limit_parameters.py"/>
        <source>Limits on sums of single territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limit_parameters.py"/>
        <source>One row per territory and attribute: the name of the territory (id of the representative, current representative, or its number), a numeric field of the customers or * for their number, and the minimum and maximum: a number, or a share of the total like 30%. An empty cell is no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limits.py"/>
        <source>“Limits on sums per territory” (LIMITS) holds {count} cells, which are no rows of three: attribute, minimum, maximum. Write three cells in each row; a cell is empty where there is no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limits.py"/>
        <source>“Limits on sums per territory” (LIMITS): a row has bounds ({least}; {most}) but no attribute. Write the name of a field, or * for the number of customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limits.py"/>
        <source>“Limits on sums per territory” (LIMITS): the bound '{text}' of '{attribute}' is negative or not finite. Bounds are 0 or more; leave the cell empty for no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limits.py"/>
        <source>“Limits on sums per territory” (LIMITS): the bound '{text}' of '{attribute}' is not a number like 1200 or a share of the total like 30%. Write one of these, decimals with a point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limits.py"/>
        <source>“Limits on sums per territory” (LIMITS): the bound '{text}' of '{attribute}' is not a number like 1200, a share of the total like 30%, or a field of the representatives (REPS). Write one of these, decimals with a point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/limits.py"/>
        <source>“Limits on sums per territory” (LIMITS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/match_case.py"/>
        <source>Representatives who have left ({parameter}): {count} of them are no current representatives ({names}). These are {known}. Correct the names.</source>
        <extracomment>For exactly one: Representatives who have left ({parameter}): nobody is called {names} now. Current representatives are {known}. Correct the name.</extracomment>
        <translation>
            <numerusform>Representatives who have left ({parameter}): nobody is called {names} now. Current representatives are {known}. Correct the name.</numerusform>
            <numerusform>Representatives who have left ({parameter}): {count} of them are no current representatives ({names}). These are {known}. Correct the names.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_case.py"/>
        <source>Representatives who have left ({parameter}) names all of them, so that nobody is left to get a cluster. Leave some out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>Customers with their new cluster and their current representative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>New cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>Cluster of the new plan; NULL and empty text: none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Current representative of a customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>Who serves the customer now; NULL and empty text: nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>Weight (each customer counts 1 if empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>What is to stay with its representative, such as revenue; 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>Representatives who have left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>They get no cluster; their customers are free for anybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>Customers by representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>The customers with their new representative in the field territory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>One row per cluster and per representative without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Centres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/match_parameters.py"/>
        <source>One point per cluster, the mean of its customers, with its new name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/new_customer_case.py"/>
        <source>{layer}: {count} features have no territory and are not asked.</source>
        <extracomment>For exactly one: {layer}: {count} feature has no territory and is not asked.</extracomment>
        <translation>
            <numerusform>{layer}: {count} feature has no territory and is not asked.</numerusform>
            <numerusform>{layer}: {count} features have no territory and are not asked.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_case.py"/>
        <source>“the polygon around the customer” (METHOD) needs polygons in {layer}, but it holds points or lines. Choose the nearest neighbours, or another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>New customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>Points, or polygons, whose centroids count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>Customers or areas with a territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>The assignment that is extended; in any reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>Field of the customers or areas with a territory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>Territory of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>the nearest neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>the polygon around the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>The second needs polygons with a territory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>Number of neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>How many nearest customers say to which territory a new one belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>New customers by territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/new_customer_parameters.py"/>
        <source>Fields: territory, confidence_pct (in percent).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>In each group, if there are groups. Empty: one for each representative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Representatives (instead of a number)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Their places are the first centres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Id field of the representatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Its values become the names of the territories; without it: 1, 2, 3 and so on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Centres stay at the representatives' places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Needs representatives. Off: their places are where the centres start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Minimum customers per territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>No territory gets fewer customers than this. Empty: no minimum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Maximum customers per territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>No territory gets more customers than this. Empty: no maximum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>Limits on sums per territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>One row per attribute: a numeric field of the customers, or * for their number, and the minimum and maximum of its sum in each territory. A bound is a number, a share of the total like 30%, or a numeric field of the representatives (one bound for each). An empty cell is no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Who serves the customer now. Without representatives the new territories are named after those who keep most of their customers. NULL and empty text: nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Minimum share of current customers that each representative keeps (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Needs the current representative of a customer. Empty: nothing has to be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Minimum share that a representative keeps (%, field)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Numeric field of the representatives, 0 to 100: the share of current customers that each of them keeps. NULL: the share for all counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Representative who must get the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Id of the representative; NULL and empty text: anybody may get the customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Maximum distance from customer to centre (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Straight line on the ellipsoid. Empty: any distance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Customers with the same value stay together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>They get the same territory. NULL and empty text: the customer is alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Customers at the same point stay together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>All customers with the same position get the same territory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Name of a customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Messages call customers by it. Empty: by their feature ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Group field (one problem per value)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Each value is a problem of its own. Representatives need a field of the same name. Customers without a value stay unassigned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Clean up by nearest neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Moves outliers to their neighbours' territory where no limit breaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>How many nearest customers say to which territory a customer should belong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Number of random starts (best is kept)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>More starts take longer and find more compact territories now and then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>The same seed gives the same territories again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>Customers by territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Fields: territory, distance_m (to the centre, in metres), outlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>One point per territory with what its portfolio holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>Groups, territories and the price of each rule; distances in metres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/parameters.py"/>
        <source>One row per exact round of each start that was worth one: inertia in m² on the local plane, customers that moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/rules.py"/>
        <source>“Minimum share that a representative keeps” (RETENTION_FIELD) needs to know whose customers they are: give the field with the current representative of a customer (CURRENT_FIELD).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/rules.py"/>
        <source>Minimum share of current customers (MIN_RETENTION) asks to keep {share} % of them, but it is not known whose they are: give the field with the current representative of a customer (CURRENT_FIELD).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/rules.py"/>
        <source>“Minimum share that a representative keeps” (RETENTION_FIELD) is a field of the representatives: give a layer of them (REPS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/rules.py"/>
        <source>“Minimum share that a representative keeps” (RETENTION_FIELD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/rules.py"/>
        <source>{parameter} '{field}': the shares of {count} representatives ({names}) are not between 0 and 100 %. Correct them.</source>
        <extracomment>For exactly one: {parameter} '{field}': the share of representative {names} is not between 0 and 100 %. Correct it.</extracomment>
        <translation>
            <numerusform>{parameter} '{field}': the share of representative {names} is not between 0 and 100 %. Correct it.</numerusform>
            <numerusform>{parameter} '{field}': the shares of {count} representatives ({names}) are not between 0 and 100 %. Correct them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/customers/smoothing_case.py"/>
        <source>The limit on '{name}' is broken already in {count} territories ({names}); no move makes it worse.</source>
        <extracomment>For exactly one: The limit on '{name}' is broken already in {count} territory ({names}); no move makes it worse.</extracomment>
        <translation>
            <numerusform>The limit on '{name}' is broken already in {count} territory ({names}); no move makes it worse.</numerusform>
            <numerusform>The limit on '{name}' is broken already in {count} territories ({names}); no move makes it worse.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>Whose customer it is. NULL and empty text: nobody's; such customers stay so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>No move breaks them. One row per attribute: a numeric field of the customers, or * for their number, and the minimum and maximum of its sum in each territory. A bound is a number or a share of the total like 30%; an empty cell is no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>Share of customers kept apart for a test (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>This share is drawn at random, and the others say where it belongs; 30 tests with 30 % what 70 % have learned. Empty or 0: no test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>Customers after the clean-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/smoothing_parameters.py"/>
        <source>Fields: territory, territory_before, outlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/territories.py"/>
        <source>“Centres stay at the representatives' places” (FIXED) needs representatives: give a layer of them (REPS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/territory_limits.py"/>
        <source>“Limits on sums of single territories” (TERRITORY_LIMITS) holds {count} cells, which are no rows of four: territory, attribute, minimum, maximum. Write four cells in each row; a cell is empty where there is no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/customers/territory_limits.py"/>
        <source>“Limits on sums of single territories” (TERRITORY_LIMITS): a row has bounds ({least}; {most}) but lacks its territory or attribute. Write both; * stands for the number of customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_case.py"/>
        <source>{label} has no effect: no times are known. Give a cost matrix with times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>Field with the territory before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>The current plan. Empty: “territory_before”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Field with the territory after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>The new plan. Empty: “territory”. Not needed with another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Representatives after re-siting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>One point per representative, where he or she will live. Travel of the new plan is then shown from the current and from the new homes. Its field of names is called like that of the representatives, or “territory”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Layer with the new plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Where the new plan is in another layer or table; it is joined by ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Field of that layer with the territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Empty: as the field with the territory after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Field with the id of an area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>By it both layers are joined, never by the order of their features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Field of that layer with the id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Empty: a field of the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Costs per hour of travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>In any currency; with times in the cost matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Costs per kilometre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>In the same currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>With the territory from which and the one to which each area goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Hand-over by representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>What each one keeps, gives and receives, and the travel before and after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>Old by new territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/compare_parameters.py"/>
        <source>How many areas and how much weight go from where to where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>Field with the territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>The plan that is judged. NULL and blanks mean that nobody has the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>A move that takes a territory farther off than this counts as forbidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Maximum distance from home to area (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>A move to a territory whose home is farther away counts as forbidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>Expression that is true for areas which may not move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>E.g. the district of a municipality. Areas without a value are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>Homes stay inside their territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>The area in which a representative lives may not leave his or her territory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>A move that cuts a territory in two counts as forbidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>Areas and how firm they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>The areas with the trip to them, the territory to which each one would go if it had to, what that would change, and the rule that forbids it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/evaluate_parameters.py"/>
        <source>One feature per territory: totals, target, deviation, parts, shape and travel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/judge/judged_plan.py"/>
        <source>{parameter}: '{field}' is empty in all {count} areas: there is no plan. Choose the field that holds the territories.</source>
        <extracomment>For exactly one: {parameter}: '{field}' is empty in the only area: there is no plan. Choose the field that holds the territories.</extracomment>
        <translation>
            <numerusform>{parameter}: '{field}' is empty in the only area: there is no plan. Choose the field that holds the territories.</numerusform>
            <numerusform>{parameter}: '{field}' is empty in all {count} areas: there is no plan. Choose the field that holds the territories.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/judge/judged_plan.py"/>
        <source>{count} areas have no territory in '{field}'.</source>
        <extracomment>For exactly one: {count} area has no territory in '{field}'.</extracomment>
        <translation>
            <numerusform>{count} area has no territory in '{field}'.</numerusform>
            <numerusform>{count} areas have no territory in '{field}'.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/judged_plan.py"/>
        <source>{target} is a field of {reps}, which is empty. Give the representatives, or leave the shares out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/judge/judged_plan.py"/>
        <source>{target}: {count} territories have no representative and so no share: {names}. Add the representatives, or leave the shares out.</source>
        <extracomment>For exactly one: {target}: {count} territory has no representative and so no share: {names}. Add the representative, or leave the shares out.</extracomment>
        <translation>
            <numerusform>{target}: {count} territory has no representative and so no share: {names}. Add the representative, or leave the shares out.</numerusform>
            <numerusform>{target}: {count} territories have no representative and so no share: {names}. Add the representatives, or leave the shares out.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/judged_plan.py"/>
        <source>The cost matrix has no effect: without representatives travel counts in a straight line from the weighted centre of each territory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/judge/judged_plan.py"/>
        <source>{count} territories have no representative in {layer}, so that nothing is known of their travel: {names}.</source>
        <extracomment>For exactly one: {count} territory has no representative in {layer}, so that nothing is known of its travel: {names}.</extracomment>
        <translation>
            <numerusform>{count} territory has no representative in {layer}, so that nothing is known of its travel: {names}.</numerusform>
            <numerusform>{count} territories have no representative in {layer}, so that nothing is known of their travel: {names}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/owners.py"/>
        <source>{layer} needs {id}: two layers are joined by the ids of their areas, never by the order of their features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/owners.py"/>
        <source>The two layers have no id in common: {id_field} holds {ours}, that of {layer} holds {theirs}. Choose fields with the same ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/judge/owners.py"/>
        <source>{count} areas of {layer} are not in {other} and are left out: {ids}.</source>
        <extracomment>For exactly one: {count} area of {layer} is not in {other} and is left out: {ids}.</extracomment>
        <translation>
            <numerusform>{count} area of {layer} is not in {other} and is left out: {ids}.</numerusform>
            <numerusform>{count} areas of {layer} are not in {other} and are left out: {ids}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/judge/owners.py"/>
        <source>{count} ids occur more than once in {layer}; their areas are left out: {ids}.</source>
        <extracomment>For exactly one: {count} id occurs more than once in {layer}; its areas are left out: {ids}.</extracomment>
        <translation>
            <numerusform>{count} id occurs more than once in {layer}; its areas are left out: {ids}.</numerusform>
            <numerusform>{count} ids occur more than once in {layer}; their areas are left out: {ids}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/judge/owners.py"/>
        <source>{count} areas of {layer} have no id and are left out.</source>
        <extracomment>For exactly one: {count} area of {layer} has no id and is left out.</extracomment>
        <translation>
            <numerusform>{count} area of {layer} has no id and is left out.</numerusform>
            <numerusform>{count} areas of {layer} have no id and are left out.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>Areas or customers by territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <source>Polygons or points with the territory of each one in a field; any plan will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <source>Fields to balance (empty: each counts 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <source>Numbers that are added up by territory, e.g. customers, potential or hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <source>One point per representative, where he or she lives: travel counts from there. Without them it counts from the weighted centre of each territory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <source>Its values are the names of the territories; 1, 2, … if it is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/parameters.py"/>
        <source>A representative with 0.5 should get half as much as one with 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/judge/validate_case.py"/>
        <source>{layer}: {count} representatives have no name in '{field}' and are left out.</source>
        <extracomment>For exactly one: {layer}: {count} representative has no name in '{field}' and is left out.</extracomment>
        <translation>
            <numerusform>{layer}: {count} representative has no name in '{field}' and is left out.</numerusform>
            <numerusform>{layer}: {count} representatives have no name in '{field}' and are left out.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>The plan that is checked. NULL and blanks mean that nobody has the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Of any field to balance. Empty: no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Breaches of rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>One feature per breach, where it is; none for a clean plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Empty: no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Minimum number of areas per territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Maximum number of areas per territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Minimum total of each field to balance per territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Maximum total of each field to balance per territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Field with the current territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>For the maximum change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Needs the current territory. Empty: no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Every territory must be one piece; each further piece is a breach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>No enclaves (polygons only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Areas that lie wholly inside one other territory are a breach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <location filename="../processing_provider/inputs/layers/parameters.py"/>
        <source>Field with the names of the areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/judge/validate_parameters.py"/>
        <source>Breaches then name areas by it, e.g. “Schwetzingen” instead of 45.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/attributes.py"/>
        <source>It has no fields at all: choose another layer, or add the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/attributes.py"/>
        <source>Choose one of its fields: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/attributes.py"/>
        <source>{parameter}: {layer} has no field '{field}'. {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/attributes.py"/>
        <source>{layer} has no field '{field}'. {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/attributes.py"/>
        <source>{parameter}: the field '{field}' holds {type}, not numbers or texts. Choose another field, or convert it with the field calculator (to_string, to_real).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/attributes.py"/>
        <source>{parameter}: values of the field '{field}' are neither texts nor finite numbers in {count} features (first ids {ids}). Correct them, or choose another field (to_string in the field calculator makes texts of dates and lists).</source>
        <extracomment>For exactly one: {parameter}: a value of the field '{field}' is neither a text nor a finite number in {count} feature ({ids}). Correct it, or choose another field (to_string in the field calculator makes texts of dates and lists).</extracomment>
        <translation>
            <numerusform>{parameter}: a value of the field '{field}' is neither a text nor a finite number in {count} feature ({ids}). Correct it, or choose another field (to_string in the field calculator makes texts of dates and lists).</numerusform>
            <numerusform>{parameter}: values of the field '{field}' are neither texts nor finite numbers in {count} features (first ids {ids}). Correct them, or choose another field (to_string in the field calculator makes texts of dates and lists).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/expressions.py"/>
        <source>The expression of {parameter} gives no number from 0 for {count} areas (first ids {ids}): “{expression}”. Correct it, e.g. with max(0, …) or coalesce(…, 0).</source>
        <extracomment>For exactly one: The expression of {parameter} gives no number from 0 for {count} area ({ids}): “{expression}”. Correct it, e.g. with max(0, …) or coalesce(…, 0).</extracomment>
        <translation>
            <numerusform>The expression of {parameter} gives no number from 0 for {count} area ({ids}): “{expression}”. Correct it, e.g. with max(0, …) or coalesce(…, 0).</numerusform>
            <numerusform>The expression of {parameter} gives no number from 0 for {count} areas (first ids {ids}): “{expression}”. Correct it, e.g. with max(0, …) or coalesce(…, 0).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/expressions.py"/>
        <source>The expression of {parameter} cannot be read: “{expression}” ({reason}). Correct it, e.g. in the expression editor of QGIS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/expressions.py"/>
        <source>The expression of {parameter} names fields that {layer} does not have: {unknown}. Correct the names; the fields are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/expressions.py"/>
        <source>The expression of {parameter} fails at area {area}: “{expression}” ({reason}). Correct it, e.g. in the expression editor of QGIS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/far_places.py"/>
        <source>{layer}: all coordinates are degrees by their size, but the layer's reference system, {crs}, counts metres: everything lies within a few metres. Give the layer the reference system of its coordinates, most often EPSG:4326 (WGS 84).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/far_places.py"/>
        <source>{layer} lies {km:,.0f} km away from the layer with which it is used: one of them is not where it should be. Check the reference systems of both; in a table of coordinates X is the longitude and Y the latitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/far_places.py"/>
        <source>{layer}: {count} features lie at 0, 0 or very far from all others and will distort the result (ids {ids}). Check their coordinates and the layer's reference system, or leave them out.</source>
        <extracomment>For exactly one: {layer}: {count} feature lies at 0, 0 or very far from all others and will distort the result (id {ids}). Check its coordinates and the layer's reference system, or leave it out.</extracomment>
        <translation>
            <numerusform>{layer}: {count} feature lies at 0, 0 or very far from all others and will distort the result (id {ids}). Check its coordinates and the layer's reference system, or leave it out.</numerusform>
            <numerusform>{layer}: {count} features lie at 0, 0 or very far from all others and will distort the result (ids {ids}). Check their coordinates and the layer's reference system, or leave them out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/features.py"/>
        <source>{layer}: {count} features have an invalid geometry (feature ids {ids}; the first: {reason}). Repair them with 'Fix geometries', or set 'Invalid feature filtering' of this input to 'Do not filter' to use them as they are, or to 'Skip'.</source>
        <extracomment>For exactly one: {layer}: {count} feature has an invalid geometry (feature id {ids}: {reason}). Repair it with 'Fix geometries', or set 'Invalid feature filtering' of this input to 'Do not filter' to use it as it is, or to 'Skip'.</extracomment>
        <translation>
            <numerusform>{layer}: {count} feature has an invalid geometry (feature id {ids}: {reason}). Repair it with 'Fix geometries', or set 'Invalid feature filtering' of this input to 'Do not filter' to use it as it is, or to 'Skip'.</numerusform>
            <numerusform>{layer}: {count} features have an invalid geometry (feature ids {ids}; the first: {reason}). Repair them with 'Fix geometries', or set 'Invalid feature filtering' of this input to 'Do not filter' to use them as they are, or to 'Skip'.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/features.py"/>
        <source>not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/features.py"/>
        <source>{layer}: {count} features with an invalid geometry are left out (feature ids {ids}).</source>
        <extracomment>For exactly one: {layer}: {count} feature with an invalid geometry is left out (feature id {ids}).</extracomment>
        <translation>
            <numerusform>{layer}: {count} feature with an invalid geometry is left out (feature id {ids}).</numerusform>
            <numerusform>{layer}: {count} features with an invalid geometry are left out (feature ids {ids}).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{layer}: field '{field}' holds {type}, not numbers. Choose a numeric field, or convert it with the field calculator (to_real).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{layer}: field '{field}' holds texts, which are read as numbers: “{text}” is {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{layer}: field '{field}' holds texts that are not plain numbers in {count} features (first ids {ids}; the first: “{text}”). Make a field of decimal numbers with the field calculator: {expression} reads such values.</source>
        <extracomment>For exactly one: {layer}: field '{field}' holds texts that are not plain numbers in {count} feature ({ids}: “{text}”). Make a field of decimal numbers with the field calculator: {expression} reads such a value.</extracomment>
        <translation>
            <numerusform>{layer}: field '{field}' holds texts that are not plain numbers in {count} feature ({ids}: “{text}”). Make a field of decimal numbers with the field calculator: {expression} reads such a value.</numerusform>
            <numerusform>{layer}: field '{field}' holds texts that are not plain numbers in {count} features (first ids {ids}; the first: “{text}”). Make a field of decimal numbers with the field calculator: {expression} reads such values.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{layer}: field '{field}' holds texts, which are not numbers in {count} features (first ids {ids}; the first: “{text}”). Correct them, choose another field, or make a field of numbers with the field calculator: {expression} leaves such values empty.</source>
        <extracomment>For exactly one: {layer}: field '{field}' holds texts, which are not numbers in {count} feature ({ids}: “{text}”). Correct it, choose another field, or make a field of numbers with the field calculator: {expression} leaves such a value empty.</extracomment>
        <translation>
            <numerusform>{layer}: field '{field}' holds texts, which are not numbers in {count} feature ({ids}: “{text}”). Correct it, choose another field, or make a field of numbers with the field calculator: {expression} leaves such a value empty.</numerusform>
            <numerusform>{layer}: field '{field}' holds texts, which are not numbers in {count} features (first ids {ids}; the first: “{text}”). Correct them, choose another field, or make a field of numbers with the field calculator: {expression} leaves such values empty.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{layer}: field '{field}' holds texts that can be read in two ways ({id}: “{text}” may be {one} or {other}). Make a field of numbers with the field calculator: {expression} for {one}, or {rival} for {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{parameter}: '{field}' is NULL in {count} features, which count as 0.</source>
        <extracomment>For exactly one: {parameter}: '{field}' is NULL in {count} feature, which counts as 0.</extracomment>
        <translation>
            <numerusform>{parameter}: '{field}' is NULL in {count} feature, which counts as 0.</numerusform>
            <numerusform>{parameter}: '{field}' is NULL in {count} features, which count as 0.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{parameter}: '{field}' is 0 in every feature. Nothing can be divided by it: its deviations are all 0 %, and say nothing. Check the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{parameter}: '{field}' is not finite in {count} features (first ids {ids}). Weights must be 0 or more: correct or exclude these features.</source>
        <extracomment>For exactly one: {parameter}: '{field}' is not finite in {count} feature ({ids}). Weights must be 0 or more: correct or exclude this feature.</extracomment>
        <translation>
            <numerusform>{parameter}: '{field}' is not finite in {count} feature ({ids}). Weights must be 0 or more: correct or exclude this feature.</numerusform>
            <numerusform>{parameter}: '{field}' is not finite in {count} features (first ids {ids}). Weights must be 0 or more: correct or exclude these features.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{parameter}: '{field}' is negative in {count} features (first ids {ids}). Weights must be 0 or more: correct or exclude these features.</source>
        <extracomment>For exactly one: {parameter}: '{field}' is negative in {count} feature ({ids}). Weights must be 0 or more: correct or exclude this feature.</extracomment>
        <translation>
            <numerusform>{parameter}: '{field}' is negative in {count} feature ({ids}). Weights must be 0 or more: correct or exclude this feature.</numerusform>
            <numerusform>{parameter}: '{field}' is negative in {count} features (first ids {ids}). Weights must be 0 or more: correct or exclude these features.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{parameter}: '{field}' is larger than {largest} in {count} features (first ids {ids}), too large to be added up: correct or exclude these features.</source>
        <extracomment>For exactly one: {parameter}: '{field}' is larger than {largest} in {count} feature ({ids}), too large to be added up: correct or exclude this feature.</extracomment>
        <translation>
            <numerusform>{parameter}: '{field}' is larger than {largest} in {count} feature ({ids}), too large to be added up: correct or exclude this feature.</numerusform>
            <numerusform>{parameter}: '{field}' is larger than {largest} in {count} features (first ids {ids}), too large to be added up: correct or exclude these features.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/number_fields.py"/>
        <source>{parameter}: '{field}' is negative or no number in {count} features ({ids}). Give numbers of 0 or more, or leave them empty.</source>
        <extracomment>For exactly one: {parameter}: '{field}' is negative or no number in {count} feature ({ids}). Give a number of 0 or more, or leave it empty.</extracomment>
        <translation>
            <numerusform>{parameter}: '{field}' is negative or no number in {count} feature ({ids}). Give a number of 0 or more, or leave it empty.</numerusform>
            <numerusform>{parameter}: '{field}' is negative or no number in {count} features ({ids}). Give numbers of 0 or more, or leave them empty.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/parameters.py"/>
        <source>Messages, homes and sheets then name areas by it, e.g. “Schwetzingen” instead of 45.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/plan_field.py"/>
        <source>{parameter}: '{field}' is NULL in every area: there is no plan. Choose another field, or start from representatives or from a number of territories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/plan_field.py"/>
        <source>{parameter}: '{field}' names none of the representatives: it holds {values}, they are called {names}. Choose the field of {layer} that names the territories (REP_ID_FIELD), or correct the plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/plan_field.py"/>
        <source>{parameter}: '{field}' names territories without a representative in {layer}: {values} ({count} areas). Add these representatives, or correct the field.</source>
        <extracomment>For exactly one: {parameter}: '{field}' names territories without a representative in {layer}: {values} ({count} area). Add these representatives, or correct the field.</extracomment>
        <translation>
            <numerusform>{parameter}: '{field}' names territories without a representative in {layer}: {values} ({count} area). Add these representatives, or correct the field.</numerusform>
            <numerusform>{parameter}: '{field}' names territories without a representative in {layer}: {values} ({count} areas). Add these representatives, or correct the field.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/reading.py"/>
        <source>{layer} has no coordinate reference system: its coordinates are taken as metres or as coordinates of the layer with which it is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/reading.py"/>
        <source>{layer}: {count} features without geometry are passed on unassigned (feature ids {ids}).</source>
        <extracomment>For exactly one: {layer}: {count} feature without geometry is passed on unassigned (feature id {ids}).</extracomment>
        <translation>
            <numerusform>{layer}: {count} feature without geometry is passed on unassigned (feature id {ids}).</numerusform>
            <numerusform>{layer}: {count} features without geometry are passed on unassigned (feature ids {ids}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/shapes.py"/>
        <source>{layer}: {count} features are neither points nor polygons (feature ids {ids}). Give points or polygons; 'Polygonize' or 'Lines to polygons' make areas of lines.</source>
        <extracomment>For exactly one: {layer}: {count} feature is neither a point nor a polygon (feature id {ids}). Give points or polygons; 'Polygonize' or 'Lines to polygons' make areas of lines.</extracomment>
        <translation>
            <numerusform>{layer}: {count} feature is neither a point nor a polygon (feature id {ids}). Give points or polygons; 'Polygonize' or 'Lines to polygons' make areas of lines.</numerusform>
            <numerusform>{layer}: {count} features are neither points nor polygons (feature ids {ids}). Give points or polygons; 'Polygonize' or 'Lines to polygons' make areas of lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/shapes.py"/>
        <source>{layer} holds areas, but {count} features have no polygon (feature ids {ids}). Delete them, leave them out of the selection, or draw their areas; points and areas belong into layers of their own.</source>
        <extracomment>For exactly one: {layer} holds areas, but {count} feature has no polygon (feature id {ids}). Delete it, leave it out of the selection, or draw its area; points and areas belong into layers of their own.</extracomment>
        <translation>
            <numerusform>{layer} holds areas, but {count} feature has no polygon (feature id {ids}). Delete it, leave it out of the selection, or draw its area; points and areas belong into layers of their own.</numerusform>
            <numerusform>{layer} holds areas, but {count} features have no polygon (feature ids {ids}). Delete them, leave them out of the selection, or draw their areas; points and areas belong into layers of their own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/layers/shapes.py"/>
        <source>{layer}: {count} features are collections of polygons and other shapes, of which the polygons count (feature ids {ids}). A GeoPackage takes them whole into the output; temporary layers and shapefiles hold polygons only.</source>
        <extracomment>For exactly one: {layer}: {count} feature is a collection of polygons and other shapes, of which the polygons count (feature id {ids}). A GeoPackage takes it whole into the output; temporary layers and shapefiles hold polygons only.</extracomment>
        <translation>
            <numerusform>{layer}: {count} feature is a collection of polygons and other shapes, of which the polygons count (feature id {ids}). A GeoPackage takes it whole into the output; temporary layers and shapefiles hold polygons only.</numerusform>
            <numerusform>{layer}: {count} features are collections of polygons and other shapes, of which the polygons count (feature ids {ids}). A GeoPackage takes them whole into the output; temporary layers and shapefiles hold polygons only.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/space.py"/>
        <source>The reference system {crs} states no positions on the earth and no plane with a unit of length. Reproject the layer, e.g. to a national grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/space.py"/>
        <source>{layer}: nothing leads from its reference system {source} to {target}: a local system has no place on the earth. Give all layers in one system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/space.py"/>
        <source>{layer}: coordinates do not fit the reference system {crs} that the layer states. Assign the right one (layer properties, Source).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/space.py"/>
        <source>{layer}: feature {feature} has vertices without a place in the reference system {target} of the areas. If the layer's own system ({source}) is not that of its coordinates, assign the right one (layer properties, Source); else clip the layer to the surroundings of the areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/units.py"/>
        <source>{layer} holds no feature with a geometry. Check the layer, its filter, and whether only selected features are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/layers/units.py"/>
        <source>{layer} holds points, but territories of connected areas are made of polygons. Choose a layer of areas, or group points with “Cluster customers”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/parameters.py"/>
        <source>Weight, e.g. potential (each counts 1 if empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/parameters.py"/>
        <source>The same seed gives the same result again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/candidates.py"/>
        <source>“Cost matrix” (COST_MATRIX) has rows from no area of {layer}. Its origins must be the candidates; choose as “Field that identifies an area” (AREA_ID_FIELD) the field that identified them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/candidates.py"/>
        <source>“Areas in which a home may be” (CANDIDATES) is true for none of the {count} features of {layer}: {text}. Correct the expression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/candidates.py"/>
        <location filename="../processing_provider/inputs/people/homes.py"/>
        <source>Travel cost is taken from the cost matrix ({unit}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/candidates.py"/>
        <source>“Areas in which a home may be” (CANDIDATES) chooses among the features of {layer}, “Layer of candidates” (CANDIDATE_LAYER) brings others. Give one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/homes.py"/>
        <source>The cost matrix does not name the representatives; their trips begin in the area in which each one lives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/people/homes.py"/>
        <source>{count:,} of {size:,} pairs in the cost matrix have no route (NULL cost).</source>
        <extracomment>For exactly one: {count:,} of {size:,} pairs in the cost matrix has no route (NULL cost).</extracomment>
        <translation>
            <numerusform>{count:,} of {size:,} pairs in the cost matrix has no route (NULL cost).</numerusform>
            <numerusform>{count:,} of {size:,} pairs in the cost matrix have no route (NULL cost).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/people/new_names.py"/>
        <source>{count} territories more than there are representatives need new names, but the field that names them, {parameter}, holds values of the type {type}. Choose a field of texts or whole numbers.</source>
        <extracomment>For exactly one: {count} territory more than there are representatives needs a new name, but the field that names them, {parameter}, holds values of the type {type}. Choose a field of texts or whole numbers.</extracomment>
        <translation>
            <numerusform>{count} territory more than there are representatives needs a new name, but the field that names them, {parameter}, holds values of the type {type}. Choose a field of texts or whole numbers.</numerusform>
            <numerusform>{count} territories more than there are representatives need new names, but the field that names them, {parameter}, holds values of the type {type}. Choose a field of texts or whole numbers.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Field with the names of the representatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Reports, legends, labels and map tips then name territories by it, e.g. “Berlin” instead of 8568. The tables keep the ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Areas in which a home may be (empty: all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>An expression that is true for the areas that may be home, e.g. the larger towns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Layer of candidates (empty: areas of the input)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Places where a home may be, e.g. towns or sites, in place of the areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Potential of the district that a home would stand for, e.g. of a county for its capital. Without it a candidate has the weight of all places that are nearest to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Candidate id in that layer (empty: feature ids)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Field whose value names a home in the results and, with a cost matrix, its origins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Candidate name in that layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>What labels, messages and results call a home of that layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Potential of a candidate's district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/parameters.py"/>
        <source>Potential of a candidate's district in that layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/representatives.py"/>
        <source>“Share of each representative” (TARGET_FIELD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/representatives.py"/>
        <source>“Share of each representative” (TARGET_FIELD) '{field}' must be a number above 0 for every representative; it is not for {ids}. Leave out representatives who get no territory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/representatives.py"/>
        <source>“Field that says who stays” (FIXED_FIELD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/people/representatives.py"/>
        <source>“Field that says who stays” (FIXED_FIELD) '{field}' is neither true nor false for {count} representatives ({ids}). Write true or false, 1 or 0, or leave it empty.</source>
        <extracomment>For exactly one: “Field that says who stays” (FIXED_FIELD) '{field}' is neither true nor false for {count} representative ({ids}). Write true or false, 1 or 0, or leave it empty.</extracomment>
        <translation>
            <numerusform>“Field that says who stays” (FIXED_FIELD) '{field}' is neither true nor false for {count} representative ({ids}). Write true or false, 1 or 0, or leave it empty.</numerusform>
            <numerusform>“Field that says who stays” (FIXED_FIELD) '{field}' is neither true nor false for {count} representatives ({ids}). Write true or false, 1 or 0, or leave it empty.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/representatives.py"/>
        <source>{layer} holds no representative. Add at least one point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/people/representatives.py"/>
        <source>{layer}: {count} representatives have no geometry (feature ids {ids}). Give each one a place, or select only those that have one.</source>
        <extracomment>For exactly one: {layer}: {count} representative has no geometry (feature id {ids}). Give each one a place, or select only those that have one.</extracomment>
        <translation>
            <numerusform>{layer}: {count} representative has no geometry (feature id {ids}). Give each one a place, or select only those that have one.</numerusform>
            <numerusform>{layer}: {count} representatives have no geometry (feature ids {ids}). Give each one a place, or select only those that have one.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/people/representatives.py"/>
        <source>“Field with the names of the representatives” (REP_NAME_FIELD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/people/representatives.py"/>
        <source>{count} representatives live outside every area ({names}); the nearest areas count as their homes.</source>
        <extracomment>For exactly one: {count} representative lives outside every area ({names}); the nearest area counts as the home.</extracomment>
        <translation>
            <numerusform>{count} representative lives outside every area ({names}); the nearest area counts as the home.</numerusform>
            <numerusform>{count} representatives live outside every area ({names}); the nearest areas count as their homes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/people/representatives.py"/>
        <source>{count} representatives live in the same area as another one and yield: the nearest other areas count as their homes ({pairs}).</source>
        <extracomment>For exactly one: {count} representative lives in the same area as another one and yields: the nearest other area counts as the home ({pairs}).</extracomment>
        <translation>
            <numerusform>{count} representative lives in the same area as another one and yields: the nearest other area counts as the home ({pairs}).</numerusform>
            <numerusform>{count} representatives live in the same area as another one and yield: the nearest other areas count as their homes ({pairs}).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/alignment.py"/>
        <source>“Alignment file” (FILE) '{path}' cannot be read: {reason}. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/cost_pairs.py"/>
        <source>Travel on a road network needs the roads: choose “Road network” (NETWORK).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Polygons, such as municipalities or postcode areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Field that identifies an area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Its values name the areas in from_id and to_id. Empty: feature ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Adjacency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>One line per pair of neighbours: from_id, to_id, border_m (m) and kind (border, corner, bridge or manual).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Points, or polygons that count at their centroids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Its values name the places in the table. Empty: feature ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <location filename="../processing_provider/outputs/prepare/travel_table.py"/>
        <location filename="../processing_provider/runs/costmatrix.py"/>
        <source>Origins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Field that identifies an origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <location filename="../processing_provider/outputs/prepare/travel_table.py"/>
        <location filename="../processing_provider/runs/costmatrix.py"/>
        <source>Destinations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Field that identifies a destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>in a straight line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>on a road network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>A straight line on the ellipsoid, or the fastest route on “Road network”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Places farther from any road cannot be reached. Empty: no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <location filename="../ui/workbench/plan_values.py"/>
        <source>Cost matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>One row per pair: origin, destination, distance_m (metres), time_s (seconds).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Polygons or points that get their territory from the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Field that identifies an area or customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Its values stand in the first column of the file. Each is there once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Alignment file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>Text files (*.csv *.txt *.tsv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>A CSV file with area_id,territory and, if you like, locked (1 or 0), with or without a header line. Comma, semicolon, tab and bar divide values. Ids are texts: zeros in front of a number stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/prepare/parameters.py"/>
        <source>The input with the territory and, where the file says so, what is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield.py"/>
        <source>“Number of centres” (COUNT_MIN) is {least} and “Maximum number of centres” (COUNT_MAX) is {most}: give a range of at least 1 centre that does not end before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield.py"/>
        <source>“Allocation to start from” (INITIAL_FIELD) '{field}' is NULL everywhere: there is no allocation to start from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield.py"/>
        <source>“Allocation to start from” (INITIAL_FIELD) '{field}' holds {groups} groups, but {least} centres are asked for. Set the number of centres to {groups}, or leave the field out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield.py"/>
        <source>“Allocation to start from” (INITIAL_FIELD) '{field}' holds {groups} groups, but {least} to {most} centres are asked for. Let the numbers of centres include {groups}, or leave the field out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield.py"/>
        <source>“Allocation to start from” (INITIAL_FIELD) '{field}' holds {groups} groups, but {existing} centres exist already and stay: no centre is left to be placed from it. Leave the field out, or ask for more centres than exist, with as many groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield.py"/>
        <source>“Allocation to start from”: '{field}' holds {groups} groups: it is one of the starts for {groups} centres, and for no other number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Points, or polygons that count at a point on their surface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Demand (empty: each counts 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>What each customer receives: its weight in the total of demand × distance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Number of centres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Existing centres are counted among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Maximum number of centres (empty: only the number above)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Every number between the two is tried, and one of them is recommended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Customers per centre: ± range around the mean (%; empty: no bound)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>With 188 customers and 9 centres, 20 % allows 16 to 25 customers each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Existing centres that stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Sites that exist already: they are not moved, new ones are added to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Holds for every centre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Minimum customers per centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Maximum customers per centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Minimum demand per centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Maximum demand per centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Position of a centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>demand-weighted mean of its customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>plain mean of its customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>point with the least weighted distance (median)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>The mean is the centre of gravity; the median has the least travel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Customer id (empty: feature ids)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>What flows and messages call a customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>What flows and messages call a customer besides its id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Name of an existing centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>What labels, results and messages call it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>A field of the existing centres; where it is empty, the rule of all centres holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Minimum customers of an existing centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Maximum customers of an existing centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Capacity of an existing centre (maximum demand)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Maximum distance to an existing centre (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Cost of one centre (money, or demand × m without a cost of transport)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>The number of centres with the least total cost is recommended (0: none).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Cost of transport per unit of demand and km (money)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>With it the total cost is money: centres, and demand × distance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Minimum saving by a further centre (% of the travel with one centre)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Without costs the smallest number of centres is recommended beyond which a further one saves less than this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Allocation to start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>One more start, for as many centres as the field holds different values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>More starts take longer and find better centres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>The same seed gives the same centres again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Points with customers, demand and distances of each centre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Customers by centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>The customers with their centre and the distance to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>A line from each centre to each of its customers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>A table of all rounds of all starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Centres by iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Where the centres were in each round of the start that won.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>Curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/greenfield_parameters.py"/>
        <source>A table of the numbers of centres that were tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/site/resite_case.py"/>
        <source>{count} areas have no territory in '{field}'; they are left out.</source>
        <extracomment>For exactly one: {count} area has no territory in '{field}'; it is left out.</extracomment>
        <translation>
            <numerusform>{count} area has no territory in '{field}'; it is left out.</numerusform>
            <numerusform>{count} areas have no territory in '{field}'; they are left out.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_case.py"/>
        <source>“Field with the territory before” (BEFORE_FIELD) needs to know where trips began: give the current homes (REPS), or leave the field empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>Polygons or points with the territory to which each one belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>The plan for which homes are sought. Areas without a value are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>How often an area is visited, or what it is worth; 0 is not visited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>Expression that is true for areas in which somebody may live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>Current homes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>One point per representative; the territories' names are their ids. Travel before counts from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>Field of the current homes that names the territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>1, 2, … if it is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>The plan with which travel is compared, such as “territory_before”. Empty: every area is served by the nearest current home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Homes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/resite_parameters.py"/>
        <source>One point per territory, with travel before and after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Areas or customers to be served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Points, or polygons that count at their centroid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>How much each place counts: its potential, and its weight in the total cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Number of representatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>How many homes to choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>natural-breaks classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>genetic search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>P-median gives the least total cost; the others are those of the literature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Name of an area or customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>What labels, messages and results call a place, e.g. Schwetzingen instead of 45.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Number of trips (empty: the weight)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>How often each place is visited: its weight in sums and means of travel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Maximum weight per home (p-median only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>No home serves more than this; each place is served whole by one home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Number of natural-breaks classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Classes of potential from which homes are drawn, and which the results show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: what is made small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>travel from each place to the nearest home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>travel from every home to every place (total accessibility)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>The first spreads the homes; the second, equation 1 of Sharifi Noorian and Murphy (2017), puts them side by side in the most accessible region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: population</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Number of choices in a generation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: elitism (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Share of the best choices that go on unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: tournament size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Number of choices among which a parent is picked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Rates adapt between the two: poor parents are changed more than good ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: minimum crossover rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: maximum crossover rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: minimum mutation rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: maximum mutation rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: maximum number of generations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>The search ends after this number of generations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Genetic search: generations without progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>The search ends after this number of generations without a better choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>The same seed gives the same homes again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Points with potential, class and what each home serves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Areas by home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>The input with the home of each place and the trip from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Candidates by potential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>All candidates with potential, class and accessibility, poor to rich.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>Classes of potential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/site/siting_parameters.py"/>
        <source>A table of the natural-breaks classes with their candidates and homes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>A travel table as “Travel cost matrix” writes it (origin, destination, distance_m, time_s), or of ORS Tools, QNEAT3, Valhalla, pgRouting, OSRM, r5, Esri or QGIS's distance matrix. Empty: straight lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>Unit of the cost matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>kilometres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <location filename="../processing_provider/reports/charts.py"/>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>Unit of a column whose name does not tell it, e.g. total_cost; a unit that is part of a name stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>Its values are the ids of the areas in the cost matrix and in the edited adjacency layer. Empty: feature ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>Trips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>in proportion to the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>one to each area that has weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>How often areas are visited: what counts in mean trips and short travel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>Field with the number of trips (empty: as “Trips” says)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/parameters.py"/>
        <source>E.g. visits per year. Areas with 0 are not visited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Road network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Lines that connect wherever they share a vertex. Needed for travel on roads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Speed field (km/h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Numbers, or texts such as “50” or “30 mph”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Default speed (km/h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>For roads without a usable speed, and for straight lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Direction field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Tells one-way roads by the three values below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Default direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Forward direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Backward direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Both directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Of roads that carry none of the three values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Topology tolerance (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Ends of roads that are this close to each other are joined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Value for forward direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Roads that may be used only from their first vertex to their last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Value for backward direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Roads that may be used only from their last vertex to their first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Value for both directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_parameters.py"/>
        <source>Roads that may be used both ways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_settings.py"/>
        <source>“Default speed” (DEFAULT_SPEED) is {speed:g} km/h; it must be above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_settings.py"/>
        <source>The direction value '{value}' stands for two directions. Give each of the three “Value for … direction” (VALUE_FORWARD, VALUE_BACKWARD, VALUE_BOTH) a value of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_settings.py"/>
        <source>“Direction field” (DIRECTION_FIELD) is given, but none of its values: fill in “Value for forward direction” (VALUE_FORWARD), “… backward direction” (VALUE_BACKWARD) or “… both directions” (VALUE_BOTH).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/road_settings.py"/>
        <source>Direction values are given ({values}), but no “Direction field” (DIRECTION_FIELD) that holds them. Choose the field, or clear the values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/travel/roads.py"/>
        <source>Road network: {count} features without a line are left out (feature ids {ids}).</source>
        <extracomment>For exactly one: Road network: {count} feature without a line is left out (feature id {ids}).</extracomment>
        <translation>
            <numerusform>Road network: {count} feature without a line is left out (feature id {ids}).</numerusform>
            <numerusform>Road network: {count} features without a line are left out (feature ids {ids}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/travel/roads.py"/>
        <source>Road network: {count} roads have no usable speed and get the default of {speed:g} km/h (feature ids {ids}).</source>
        <extracomment>For exactly one: Road network: {count} road has no usable speed and gets the default of {speed:g} km/h (feature id {ids}).</extracomment>
        <translation>
            <numerusform>Road network: {count} road has no usable speed and gets the default of {speed:g} km/h (feature id {ids}).</numerusform>
            <numerusform>Road network: {count} roads have no usable speed and get the default of {speed:g} km/h (feature ids {ids}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/travel/roads.py"/>
        <source>Road network: {count} roads carry none of the given direction values and get the default direction: {values}.</source>
        <extracomment>For exactly one: Road network: {count} road carries none of the given direction values and gets the default direction: {values}.</extracomment>
        <translation>
            <numerusform>Road network: {count} road carries none of the given direction values and gets the default direction: {values}.</numerusform>
            <numerusform>Road network: {count} roads carry none of the given direction values and get the default direction: {values}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/roads.py"/>
        <source>“Road network” (NETWORK) holds no line. Check the layer, its filter, and whether only selected features are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/inputs/travel/roads.py"/>
        <source>“Road network” (NETWORK): {count} vertices have no position on the earth (feature ids {ids}). Check the layer's coordinate reference system.</source>
        <extracomment>For exactly one: “Road network” (NETWORK): {count} vertex has no position on the earth (feature ids {ids}). Check the layer's coordinate reference system.</extracomment>
        <translation>
            <numerusform>“Road network” (NETWORK): {count} vertex has no position on the earth (feature ids {ids}). Check the layer's coordinate reference system.</numerusform>
            <numerusform>“Road network” (NETWORK): {count} vertices have no position on the earth (feature ids {ids}). Check the layer's coordinate reference system.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/table.py"/>
        <source>Columns of the travel table that are not used: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/table.py"/>
        <source>“Cost matrix” (COST_MATRIX)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/travel/trip_counts.py"/>
        <source>“Field with the number of trips” (TRIPS_FIELD) '{field}' is 0 or NULL in every area. Choose another field, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/case.py"/>
        <source>“What one representative can carry” (CAPACITY) is {capacity:g}; it must be above 0. Correct it, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/case.py"/>
        <source>“Start 1: the current plan” (TERRITORY_FIELD) has its number of territories: leave it empty, or leave empty “Start 3: number of territories” (COUNT), the minimum and maximum (COUNT_MIN, COUNT_MAX) and “What one representative can carry” (CAPACITY).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/case.py"/>
        <source>There is nothing to start from. Give one of these: “Start 1: the current plan” (TERRITORY_FIELD), “Start 2: representatives” (REPS), “Start 3: number of territories” (COUNT), the minimum and maximum number (COUNT_MIN, COUNT_MAX), or “What one representative can carry” (CAPACITY).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/case.py"/>
        <source>“Minimum number of territories” (COUNT_MIN) and “Maximum number of territories” (COUNT_MAX) go together: give both, or a single number (COUNT).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/case.py"/>
        <source>The numbers of territories from {first} to {last} (COUNT_MIN, COUNT_MAX) cannot be planned: the minimum must be at least {least} (one for each representative) and at most the maximum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/case.py"/>
        <source>“Start 3: number of territories” (COUNT) is {wished}, outside the numbers from {first} to {last} (COUNT_MIN, COUNT_MAX). Leave it empty, or widen these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Minimum number of territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>A plan is made for every number from here to the maximum, and all are compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Maximum number of territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>The last number that is planned; each is one search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>What one representative can carry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Hours of work where work is given, else units of the first field to balance. The number of territories follows: the smallest in which nobody has more. Not together with a current plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Work in each area (hours): an expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>E.g. "visits" * (45 + @trip_min) / 60. The variables @trip_min and @trip_km are the trip to the area from the home of its territory, @mean_trip_min and @mean_trip_km the mean trip of the territory. The hours are balanced, and found anew with every plan until they agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Speed where no times are known (km/h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Makes hours of kilometres where no cost matrix gives times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Costs per representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>For the period in which the trips are made, e.g. a year, in any currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>The areas with the territory before balancing, that after it, and that for every other number that was planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>Numbers of territories compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/inputs/workflow/parameters.py"/>
        <source>A table with one row per number: balance, travel, borders, the largest territory, costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/customers/matches.py"/>
        <source>no cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/customers/messages.py"/>
        <source>Group “{group}”: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/customers/messages.py"/>
        <source>{count} territories get no customers: {names}. Set “Minimum customers per territory” if every one should get some.</source>
        <extracomment>For exactly one: {count} territory gets no customers: {names}. Set “Minimum customers per territory” if every one should get some.</extracomment>
        <translation>
            <numerusform>{count} territory gets no customers: {names}. Set “Minimum customers per territory” if every one should get some.</numerusform>
            <numerusform>{count} territories get no customers: {names}. Set “Minimum customers per territory” if every one should get some.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/customers/messages.py"/>
        <source>The search was cancelled before {count} groups ({names}): their customers stay unassigned.</source>
        <extracomment>For exactly one: The search was cancelled before group {names}: its customers stay unassigned.</extracomment>
        <translation>
            <numerusform>The search was cancelled before group {names}: its customers stay unassigned.</numerusform>
            <numerusform>The search was cancelled before {count} groups ({names}): their customers stay unassigned.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/customers/messages.py"/>
        <source>{customers} customers, {territories} territories, mean distance {distance} m, inertia {inertia} m² (the last assignment is within {gap} % of the best one for its centres), {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/customers/messages.py"/>
        <source>Group {group}: {customers} customers, {territories} territories, mean distance {distance} m, inertia {inertia} m² (the last assignment is within {gap} % of the best one for its centres), {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/firmness.py"/>
        <source>The area is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/firmness.py"/>
        <source>One of the two territories is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/firmness.py"/>
        <source>The representative lives here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/firmness.py"/>
        <source>It is the only area of its territory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/firmness.py"/>
        <source>Its territory would fall into parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/firmness.py"/>
        <source>It stays together with other areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/firmness.py"/>
        <source>More would change hands than allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/firmness.py"/>
        <source>It would be too far from the home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/firmness.py"/>
        <source>A territory would deviate more than allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <location filename="../ui/workbench/plan_values.py"/>
        <source>areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>{count} areas have no territory.</source>
        <extracomment>For exactly one: {count} area has no territory.</extracomment>
        <translation>
            <numerusform>{count} area has no territory.</numerusform>
            <numerusform>{count} areas have no territory.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} lies in {value} parts: {count} areas are cut off from the rest.</source>
        <extracomment>For exactly one: Territory {name} lies in {value} parts: {count} area is cut off from the rest.</extracomment>
        <translation>
            <numerusform>Territory {name} lies in {value} parts: {count} area is cut off from the rest.</numerusform>
            <numerusform>Territory {name} lies in {value} parts: {count} areas are cut off from the rest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} has {count} areas; the minimum is {limit}.</source>
        <extracomment>For exactly one: Territory {name} has {count} area; the minimum is {limit}.</extracomment>
        <translation>
            <numerusform>Territory {name} has {count} area; the minimum is {limit}.</numerusform>
            <numerusform>Territory {name} has {count} areas; the minimum is {limit}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} has {count} areas; the maximum is {limit}.</source>
        <extracomment>For exactly one: Territory {name} has {count} area; the maximum is {limit}.</extracomment>
        <translation>
            <numerusform>Territory {name} has {count} area; the maximum is {limit}.</numerusform>
            <numerusform>Territory {name} has {count} areas; the maximum is {limit}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>{count} areas of territory {name} are too far from their home or cannot be reached.</source>
        <extracomment>For exactly one: {count} area of territory {name} is too far from its home or cannot be reached.</extracomment>
        <translation>
            <numerusform>{count} area of territory {name} is too far from its home or cannot be reached.</numerusform>
            <numerusform>{count} areas of territory {name} are too far from their home or cannot be reached.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>{count} areas of territory {name} are farther from its home than {limit} m; the longest trip is {value} m.</source>
        <extracomment>For exactly one: {count} area of territory {name} is farther from its home than {limit} m; the trip is {value} m.</extracomment>
        <translation>
            <numerusform>{count} area of territory {name} is farther from its home than {limit} m; the trip is {value} m.</numerusform>
            <numerusform>{count} areas of territory {name} are farther from its home than {limit} m; the longest trip is {value} m.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>The home of territory {name} lies outside every area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>The home of territory {name} lies in an area that nobody has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>{value} representatives are called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} is written in {value} ways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>{count} areas that nobody has lie inside territory {other}.</source>
        <extracomment>For exactly one: {count} area that nobody has lies inside territory {other}.</extracomment>
        <translation>
            <numerusform>{count} area that nobody has lies inside territory {other}.</numerusform>
            <numerusform>{count} areas that nobody has lie inside territory {other}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>{count} areas of territory {name} lie inside territory {other}.</source>
        <extracomment>For exactly one: {count} area of territory {name} lies inside territory {other}.</extracomment>
        <translation>
            <numerusform>{count} area of territory {name} lies inside territory {other}.</numerusform>
            <numerusform>{count} areas of territory {name} lie inside territory {other}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} has no area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Areas that stay together lie in {value} territories, most of them in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} has {value} of {criterion}; the minimum is {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} has {value} of {criterion}; the maximum is {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} deviates by {value} % in {criterion}; the maximum is {limit} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>{value} % of the weight changed its territory; the maximum is {limit} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} has no representative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>The home of territory {name} lies in territory {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>Territory {name} is called nearly like territory {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>no territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>empty territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>enclave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>group in several territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>too few areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>too many areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>total too small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>total too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>too much changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>no representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>home outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>too far from home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/judge/issues.py"/>
        <source>name used twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Firmness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>inside: touches no other territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>held by a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>firm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>loose: little would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>better elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>below {high} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>above {low} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>{low} to {high} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>to {territory}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/judge_styles.py"/>
        <source>to nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Territory before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Distance (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Time (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Trip before (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Trip after (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Trip from the new home (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Trip before (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Trip after (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Deviation (units)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Deviation (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Connected parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Parts inside others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Parts of others inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Border with others (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Area (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Outline (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Compactness (1: disc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Compactness by Reock (1: disc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Compactness by inertia (1: disc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Overlap (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Areas visited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Areas without a route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Mean trip (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Longest trip (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Shortest trip (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Travel (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Mean trip (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Longest trip (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Travel (hours)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Second-best territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Move: change of deviation (% points)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Move: change of the trip (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Move: change of the border (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Move: forbidden by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Outlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Keeps (areas)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Gives (areas)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Receives (areas)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Deviation before (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Deviation after (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Travel from the new home (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/layer_looks.py"/>
        <source>Travel from the new home (hours)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/styles.py"/>
        <location filename="../ui/workbench/colouring.py"/>
        <location filename="../ui/workbench/session.py"/>
        <source>not assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/styles.py"/>
        <source>shared border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/styles.py"/>
        <source>corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/styles.py"/>
        <source>bridge to an island</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/looks/styles.py"/>
        <source>drawn by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/counts.py"/>
        <source>No plan with {count} territories: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/counts.py"/>
        <source>The hours of work of the plan and those on which it was balanced still differ by more than 0.1 %. The deviations are those of the plan's own hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/counts.py"/>
        <source>The largest territory is {load:.1f} % of what one representative can carry. Plan more territories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/counts.py"/>
        <source>“territory” holds the plan with {count} territories, as you wish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/counts.py"/>
        <source>“territory” holds the plan with {count} territories: the fewest that representatives can carry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/counts.py"/>
        <source>“territory” holds the plan with {count} territories, which costs least: {cost}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/counts.py"/>
        <source>“territory” holds the plan with {count} territories: each further one saves less than 2 % of the travel from a single home. Give costs or a capacity to decide by these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>{changed:.1f} % of the weight changes its territory; no plan this balanced can do with less than {least:.1f} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>{changed:.1f} % of the weight changes its territory; no plan this balanced can do with less than {least:.1f} %. Where weight goes from neighbour to neighbour it takes {flows:.1f} %; less is only possible by narrow strips through other territories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>Within “Maximum change” (MAX_CHANGE), weight that goes from neighbour to neighbour leaves a worst deviation of {deviation:,.1f} %. Raise it for a more even plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>Mean trip: {after} from the current homes, {best} from the best home in each territory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>Mean trip: {before} to the nearest representative, {after} in the new territories from the current homes, {best} from the best home in each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>Mean trip: {before} in the current plan, {after} in the new territories from the current homes, {best} from the best home in each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>{count} current homes lie outside their own territories: {names}.</source>
        <extracomment>For exactly one: {count} current home lies outside its own territory: {names}.</extracomment>
        <translation>
            <numerusform>{count} current home lies outside its own territory: {names}.</numerusform>
            <numerusform>{count} current homes lie outside their own territories: {names}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>Areas without a route in the cost matrix: {now} from the current homes, {later} from the best homes ({areas}). Mean times leave them out, so that they cannot be compared; in mean distances they count as straight lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>Mean trip: {before} to the nearest of the homes that were chosen first, {after} from these in the balanced territories, {best} from the best home in each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>Worst deviation from the target: {deviation:,.3f} %; no plan can be below {bound:,.3f} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/figures.py"/>
        <source>The time limit ended the search before its first generation; the plan is hardly better than the start. Raise “Time limit (s)” (MAX_SECONDS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/plans/homes.py"/>
        <source>{count} territories hold no candidate and get no home: {names}.</source>
        <extracomment>For exactly one: {count} territory holds no candidate and gets no home: {names}.</extracomment>
        <translation>
            <numerusform>{count} territory holds no candidate and gets no home: {names}.</numerusform>
            <numerusform>{count} territories hold no candidate and get no home: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/plans/homes.py"/>
        <source>In {count} territories ({names}) the current home needs less travel than the best candidate, because it is no candidate itself. There, staying is better than moving.</source>
        <extracomment>For exactly one: In {count} territory ({names}) the current home needs less travel than the best candidate, because it is no candidate itself. There, staying is better than moving.</extracomment>
        <translation>
            <numerusform>In {count} territory ({names}) the current home needs less travel than the best candidate, because it is no candidate itself. There, staying is better than moving.</numerusform>
            <numerusform>In {count} territories ({names}) the current home needs less travel than the best candidate, because it is no candidate itself. There, staying is better than moving.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/plans/homes.py"/>
        <source>The trips from the current home to all areas are not known in {count} territories ({names}): their totals from there are NULL. With a cost matrix, current homes must be in areas from which it has rows, or among its origins.</source>
        <extracomment>For exactly one: The trips from the current home to all areas are not known in {count} territory ({names}): its totals from there are NULL. With a cost matrix, current homes must be in areas from which it has rows, or among its origins.</extracomment>
        <translation>
            <numerusform>The trips from the current home to all areas are not known in {count} territory ({names}): its totals from there are NULL. With a cost matrix, current homes must be in areas from which it has rows, or among its origins.</numerusform>
            <numerusform>The trips from the current home to all areas are not known in {count} territories ({names}): their totals from there are NULL. With a cost matrix, current homes must be in areas from which it has rows, or among its origins.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/plans/homes.py"/>
        <source>{count} territories hold areas that their home cannot reach ({names}): their totals are NULL.</source>
        <extracomment>For exactly one: {count} territory holds areas that its home cannot reach ({names}): its totals are NULL.</extracomment>
        <translation>
            <numerusform>{count} territory holds areas that its home cannot reach ({names}): its totals are NULL.</numerusform>
            <numerusform>{count} territories hold areas that their home cannot reach ({names}): their totals are NULL.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/homes.py"/>
        <source>One trip to each visited area: {before} before (the plan before, from the current homes), {stay} in these territories from the current homes, {after} from the new homes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/homes.py"/>
        <source>One trip to each visited area: {before} before (nearest representative, from the current homes), {stay} in these territories from the current homes, {after} from the new homes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/homes.py"/>
        <source>One trip to each visited area: {stay} from the current homes, {after} from the new homes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/plans/homes.py"/>
        <source>One trip to each visited area: {after} from the new homes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/prepare/travel_table.py"/>
        <source>{layer}: {count} places lie farther than {snap:,.0f} m from any road and cannot be reached: {ids}.</source>
        <extracomment>For exactly one: {layer}: {count} place lies farther than {snap:,.0f} m from any road and cannot be reached: {ids}.</extracomment>
        <translation>
            <numerusform>{layer}: {count} place lies farther than {snap:,.0f} m from any road and cannot be reached: {ids}.</numerusform>
            <numerusform>{layer}: {count} places lie farther than {snap:,.0f} m from any road and cannot be reached: {ids}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/prepare/travel_table.py"/>
        <source>{layer}: the farthest place lies {gap:,.0f} m from its road.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/prepare/travel_table.py"/>
        <source>{layer}: {count} places lie more than {far_m:,.0f} m from their roads ({ids}), the farthest {gap:,.0f} m. The distance to the road is not counted; “Snap distance” (SNAP_DISTANCE) leaves such places out.</source>
        <extracomment>For exactly one: {layer}: {count} place lies more than {far_m:,.0f} m from its road ({ids}), the farthest {gap:,.0f} m. The distance to the road is not counted; “Snap distance” (SNAP_DISTANCE) leaves such places out.</extracomment>
        <translation>
            <numerusform>{layer}: {count} place lies more than {far_m:,.0f} m from its road ({ids}), the farthest {gap:,.0f} m. The distance to the road is not counted; “Snap distance” (SNAP_DISTANCE) leaves such places out.</numerusform>
            <numerusform>{layer}: {count} places lie more than {far_m:,.0f} m from their roads ({ids}), the farthest {gap:,.0f} m. The distance to the road is not counted; “Snap distance” (SNAP_DISTANCE) leaves such places out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/prepare/travel_table.py"/>
        <source>{count:,} of {size:,} pairs are not connected (NULL costs): {pairs}.</source>
        <extracomment>For exactly one: {count:,} of {size:,} pairs is not connected (NULL costs): {pairs}.</extracomment>
        <translation>
            <numerusform>{count:,} of {size:,} pairs is not connected (NULL costs): {pairs}.</numerusform>
            <numerusform>{count:,} of {size:,} pairs are not connected (NULL costs): {pairs}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/prepare/travel_table.py"/>
        <source>{layer}: {count} places are not connected to any other: {ids}.</source>
        <extracomment>For exactly one: {layer}: {count} place is not connected to any other: {ids}.</extracomment>
        <translation>
            <numerusform>{layer}: {count} place is not connected to any other: {ids}.</numerusform>
            <numerusform>{layer}: {count} places are not connected to any other: {ids}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/site/centres.py"/>
        <source>{count} centres are left out: {reason}</source>
        <extracomment>For exactly one: {count} centre is left out: {reason}</extracomment>
        <translation>
            <numerusform>{count} centre is left out: {reason}</numerusform>
            <numerusform>{count} centres are left out: {reason}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/site/centres.py"/>
        <source>{count} numbers of centres are left out in all, up to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/site/centres.py"/>
        <source>{count} centres get no customers: {names}. Set “Minimum customers per centre” if every one should get some.</source>
        <extracomment>For exactly one: {count} centre gets no customers: {names}. Set “Minimum customers per centre” if every one should get some.</extracomment>
        <translation>
            <numerusform>{count} centre gets no customers: {names}. Set “Minimum customers per centre” if every one should get some.</numerusform>
            <numerusform>{count} centres get no customers: {names}. Set “Minimum customers per centre” if every one should get some.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/site/centres.py"/>
        <source>The recommended number of centres, {count}, is the highest that was tried: more may be better. Raise “Maximum number of centres”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/site/centres.py"/>
        <source>The recommended number of centres, {count}, is the smallest that was tried: fewer may be better. Lower “Number of centres”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/site/centres.py"/>
        <source>Cancelled; the best plan found so far is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/databases.py"/>
        <source>the schema “{schema}” does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/databases.py"/>
        <source>the role “{role}” may not create tables in the schema “{schema}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/databases.py"/>
        <source>there is such a table or view, which “{role}” may not replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/databases.py"/>
        <source>there is such a table, which {others} is made from or points to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/databases.py"/>
        <location filename="../processing_provider/outputs/writing/file_fields.py"/>
        <source>“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/feature_ids.py"/>
        <source>The field “{field}” cannot number the rows of a GeoPackage (it repeats, or holds no whole numbers from 0): its values are in “{name}”, and the rows are numbered anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/file_fields.py"/>
        <source>Written as text, for which the output has no type of its own: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/layer_writer.py"/>
        <source>Output “{output}”: there is a field “{wanted}” already; what this run writes under that name is in “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/layer_writer.py"/>
        <source>there is no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/writing/layer_writer.py"/>
        <source>{found} of {count} features are in the file, as if the disk were full, or the format could not hold such features</source>
        <extracomment>For exactly one: {found} of {count} feature is in the file, as if the disk were full, or the format could not hold such features</extracomment>
        <translation>
            <numerusform>{found} of {count} feature is in the file, as if the disk were full, or the format could not hold such features</numerusform>
            <numerusform>{found} of {count} features are in the file, as if the disk were full, or the format could not hold such features</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/layer_writer.py"/>
        <source>Output “{output}” ({name}) could not be written: {reason}. Choose another place, or another kind of file, such as a GeoPackage (.gpkg).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/output_layer.py"/>
        <source>The outputs could not be put in place: {reason}. Make room on the disk, close programs that use the files, or choose other places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/places.py"/>
        <source>the folder does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/places.py"/>
        <source>this is a folder, not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/places.py"/>
        <source>Output “{output}” ({name}) is a table without geometry, which a file of the kind “{suffix}” cannot hold. Choose a GeoPackage (.gpkg) or a text file (.csv).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/places.py"/>
        <source>Output “{output}” ({name}) cannot be written to '{path}': {problem}. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/places.py"/>
        <source>Output “{output}” ({name}) would overwrite '{path}', from which “{input}” ({source}) is read. Choose another file, or another table in a GeoPackage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/places.py"/>
        <source>Outputs “{first}” ({first_name}) and “{second}” ({second_name}) go to the same place, '{path}', where one would overwrite the other. Choose another place for one of them; one GeoPackage holds all layers of a run, but not the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/runs_file.py"/>
        <source>“Table of runs” (RUNS): '{path}' is there already, and is not such a table: its first columns are not {columns}. Nothing was written to it. Choose a new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/sinks.py"/>
        <source>{title}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/outputs/writing/sinks.py"/>
        <source>{title}: {count} territories, {time}</source>
        <extracomment>For exactly one: {title}: {count} territory, {time}</extracomment>
        <translation>
            <numerusform>{title}: {count} territory, {time}</numerusform>
            <numerusform>{title}: {count} territories, {time}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/staged_tables.py"/>
        <source>the database refused the tables ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/outputs/writing/staging.py"/>
        <source>another program keeps the file locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>current plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>nearest representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>Balanced territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>{areas} areas, {territories} territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>Before: {plan}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>New plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>worst deviation from target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>no plan can be below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>standard deviation of the totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>mean trip from the homes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <location filename="../processing_provider/reports/plan.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>mean trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>no plan this balanced can be below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>mean trip in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>borders between territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>weight that changed territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>must change at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>{generations} generations in {seconds:.1f} s; the search ended with status “{status}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>Convergence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <source>standard deviation σ (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/balance.py"/>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>worst deviation (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/charts.py"/>
        <source>lowest: {lowest} … highest: {highest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/compare.py"/>
        <source>Territories before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/compare.py"/>
        <source>{areas} areas, {before} territories before, {after} after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/compare.py"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/compare.py"/>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/compare.py"/>
        <source>worst deviation, before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/compare.py"/>
        <source>changes hands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/compare.py"/>
        <source>saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/compare.py"/>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/compare.py"/>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>hours of travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>{customers} customers, {territories} territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>The search was cancelled: this is the best plan so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>mean distance to the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>farthest customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>inertia (km²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>customers among those of another territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>customers who keep their representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>Current portfolios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>New portfolios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>Grey: current portfolios. In colour, as on the map: the new plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>Portfolios: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>with the rules up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>mean distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>Inertia is the sum of the squared distances to the centres. Each row adds one rule to those above it; the price is what the rules so far cost, compared with no rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>The price of each rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>mean distance (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/customers.py"/>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>Evaluated territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>The plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>standard deviation from the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>contiguous parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>compactness (Reock)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>compactness (inertia)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>Compactness is 1 for a disc; overlap is ground of others within the hull.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/evaluate.py"/>
        <source>Shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>{customers} customers, {centres} centres</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>{count} centres: {reason}</source>
        <extracomment>For exactly one: {count} centre: {reason}</extracomment>
        <translation>
            <numerusform>{count} centre: {reason}</numerusform>
            <numerusform>{count} centres: {reason}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>centres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>of these exist already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>customers per centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>demand per centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Customers and their centres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>recommended: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>demand × km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>improvement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>saving by a further centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>total cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>total cost (demand × km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>How many centres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Recommended is the number with the least total cost: {opening} per centre, {transport} per unit of demand and km.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Recommended is the number with the least travel plus opening cost ({cost} each).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Recommended is the smallest number beyond which a further centre saves less than {least} % of the travel with one centre alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Dashed lines are the bounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Grey bars are centres that exist already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Customers and demand by centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>{name} (existing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>mean by demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>Demand is “{field}”; the radius is the distance of the farthest customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>start of the best plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>other starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/greenfield.py"/>
        <source>{starts} starts with {count} centres, {rounds} allocations in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>{share} changes hands: {changing} of {areas} areas get another territory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>No territory is farther from its target than {after}; before it was up to {before}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>No territory is farther from its target than {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>A trip is {after} on average; before it was {before}. From the best home in each new territory it is {new}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>A trip is {after} on average; before it was {before}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>A trip is {after} on average; from the best home in each territory {new}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>A trip is {after} on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>All trips together take {after} hours; before {before}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>One trip to each area takes {after} hours in all; before {before}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/lead.py"/>
        <source>From the best homes it is {new} hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/maps.py"/>
        <source>The map of the report could not be drawn: QGIS takes no features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/output.py"/>
        <source>“Report” (REPORT) was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/output.py"/>
        <source>The run was cancelled: its report has no maps and no charts, which take long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/output.py"/>
        <source>The report has no charts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/output.py"/>
        <source>{output} could not be made ({reason}). The layers of the run are whole; for the file, correct what is wrong or choose another place, and run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/output.py"/>
        <source>The report cannot be written to '{path}': {reason}. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <location filename="../processing_provider/reports/runs_table.py"/>
        <location filename="../ui/workbench/dock.py"/>
        <location filename="../ui/workbench/run_page.py"/>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>The fingerprint changes with any geometry and any value that was used, not with the order of the rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>Parameters that were set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>Parameters left at their defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>Maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <location filename="../processing_provider/reports/pdf.py"/>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>On the command line, with the plugin enabled in qgis_process (qgis_process plugins enable territory_design):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>Show all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/page.py"/>
        <source>Notes of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/parameters.py"/>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/parameters.py"/>
        <source>HTML files (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/parameters.py"/>
        <source>PDF files (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/parameters.py"/>
        <source>Maps, figures, tables and charts of the result, and how it was made, in one file for any web browser; for paper, if its name ends in .pdf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/parameters.py"/>
        <source>Sheets by representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/parameters.py"/>
        <source>One PDF with a page for each representative: a map and a list of what stays, comes and goes, with deviation and travel before and after. Needs a plan before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/parameters.py"/>
        <location filename="../processing_provider/reports/runs_table.py"/>
        <source>Table of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/parameters.py"/>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/parameters.py"/>
        <source>A text file to which this run adds one row: its parameters, how it ended, and all its figures. What the file holds already stays. Give all rows of a batch the same file (Autofill ▸ Fill Down) to compare them in one table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/pdf.py"/>
        <source>Note: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/pdf.py"/>
        <source>Territory Design · page {page} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/pdf.py"/>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>QGIS could not export the pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>Planned territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>largest load of one representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <location filename="../ui/workbench/charts.py"/>
        <source>worst deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>travel (h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>largest territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>load of the largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>How many territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>The plan of this report is the one with {count} territories (●).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>mean trip (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan.py"/>
        <source>number of territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_maps.py"/>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>What changes hands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>{plan}, from the new homes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>worst deviation from the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>standard deviation from the target (σ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>mean absolute deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>largest over smallest total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>length of borders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>longest trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>travel (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>travel (hours)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>The plan in figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Deviation after, enlarged: {criterion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Zero is the target. Bars that would dwarf all others are cut and say their value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Deviation from the target in %: {criterion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Deviation from the target in units: {criterion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>target {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Shares of the territories: {criterion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>km {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>hours {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>mean trip {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Travel adds up one trip to each area that has weight, there but not back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Travel adds up all trips, there but not back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Hours are not known: there is no cost matrix with times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>gives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>receives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>keeps {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>gives {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>receives {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Numbers of areas, and sums of what is balanced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Hand-over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <location filename="../ui/workbench/hand.py"/>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>What goes from where to where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>{count} breaches</source>
        <extracomment>For exactly one: {count} breach</extracomment>
        <translation>
            <numerusform>{count} breach</numerusform>
            <numerusform>{count} breaches</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/plan_sections.py"/>
        <source>Rules and limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Every area has a territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Every territory has areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Territories are connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>No part of a territory lies inside another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Areas that belong together are in one territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Minimum total per territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Maximum total per territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Maximum change (% of the weight)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Every territory has a representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Representatives live in their own territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/rule_words.py"/>
        <source>Territories have different names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>Version of the plugin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>QGIS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <location filename="../processing_provider/reports/runs_table.py"/>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>Seconds until this report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>These inputs are temporary layers, which only this session of QGIS knows: {inputs}. Save them to files to run the same again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>Some parameters cannot be written as a command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>The command cannot say that only selected or filtered features were used: {inputs}. Save these features to a file of their own first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>{layer}, selected features only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_record.py"/>
        <source>{layer}, where {filter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_reports.py"/>
        <source>“Sheets by representative” (SHEETS) were not written: they take long, and the run was cancelled. Run it to its end for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_reports.py"/>
        <source>“Sheets by representative” (SHEETS) were not written: there is no plan before, from which anything goes. Start from the current plan for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_reports.py"/>
        <source>“Report” (REPORT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/run_reports.py"/>
        <source>“Sheets by representative” (SHEETS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/runs_table.py"/>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/runs_table.py"/>
        <source>“Table of runs” (RUNS): the run could not be added to '{path}' ({reason}). Close it in other programs. The layers of the run are whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/runs_table.py"/>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/runs_table.py"/>
        <source>Algorithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/runs_table.py"/>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>Blue: stays. Green: comes. Red: goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>Comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>Goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>Areas: {keeps} stay, {receives} come, {gives} go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>Deviation from the target: {before} before, {after} after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>Travel: {before} km before, {after} km after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>Travel: {before} km and {before_h} hours before, {after} km and {after_h} hours after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>{travel}; from the best home {new} km.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>{travel}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>{title}: nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>{names} and {more} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/reports/sheets.py"/>
        <source>{title} ({count}): {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/assignnew.py"/>
        <source>{count} customers are outside every polygon and get the nearest one, with confidence 0 (ids {names}).</source>
        <extracomment>For exactly one: {count} customer is outside every polygon and gets the nearest one, with confidence 0 (id {names}).</extracomment>
        <translation>
            <numerusform>{count} customer is outside every polygon and gets the nearest one, with confidence 0 (id {names}).</numerusform>
            <numerusform>{count} customers are outside every polygon and get the nearest one, with confidence 0 (ids {names}).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/balance.py"/>
        <source>Searching: {areas} areas, {territories} territories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/balance.py"/>
        <source>Population: {plans} plans on {count} islands.</source>
        <extracomment>For exactly one: Population: {plans} plans on {count} island.</extracomment>
        <translation>
            <numerusform>Population: {plans} plans on {count} island.</numerusform>
            <numerusform>Population: {plans} plans on {count} islands.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/clustercustomers.py"/>
        <source>Exact assignments by {solver}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/compare.py"/>
        <source>To {count} areas no trip is known from the home of their territory, before or after; they are left out of the travel there, and no saving is given.</source>
        <extracomment>For exactly one: To {count} area no trip is known from the home of its territory, before or after; it is left out of the travel there, and no saving is given.</extracomment>
        <translation>
            <numerusform>To {count} area no trip is known from the home of its territory, before or after; it is left out of the travel there, and no saving is given.</numerusform>
            <numerusform>To {count} areas no trip is known from the home of their territory, before or after; they are left out of the travel there, and no saving is given.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/costmatrix.py"/>
        <source>Network: {line_count:,} lines; {origins:,} × {destinations:,} places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/evaluate.py"/>
        <source>{count} territories are not connected: {names}.</source>
        <extracomment>For exactly one: {count} territory is not connected: {names}.</extracomment>
        <translation>
            <numerusform>{count} territory is not connected: {names}.</numerusform>
            <numerusform>{count} territories are not connected: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/evaluate.py"/>
        <source>To {count} areas no trip is known from the home of their territory; they are left out of all figures of travel.</source>
        <extracomment>For exactly one: To {count} area no trip is known from the home of its territory; it is left out of all figures of travel.</extracomment>
        <translation>
            <numerusform>To {count} area no trip is known from the home of its territory; it is left out of all figures of travel.</numerusform>
            <numerusform>To {count} areas no trip is known from the home of their territory; they are left out of all figures of travel.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/evaluate.py"/>
        <source>Worst deviation from the target: {deviation:,.1f} % ({territory}); no plan can be below {bound:,.3f} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/evaluate.py"/>
        <source>Mean trip: {mean:,.1f} km.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/execution.py"/>
        <source>Cancelled before there was a result; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/execution.py"/>
        <source>Cancelled: the best result so far was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/greenfield.py"/>
        <source>Exact allocations by {solver}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/importassignment.py"/>
        <source>{count} ids of the file are no areas of {layer}: {ids}.</source>
        <extracomment>For exactly one: {count} id of the file is no area of {layer}: {ids}.</extracomment>
        <translation>
            <numerusform>{count} id of the file is no area of {layer}: {ids}.</numerusform>
            <numerusform>{count} ids of the file are no areas of {layer}: {ids}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/importassignment.py"/>
        <source>{count} areas are not in the file and get no territory: {ids}.</source>
        <extracomment>For exactly one: {count} area is not in the file and gets no territory: {ids}.</extracomment>
        <translation>
            <numerusform>{count} area is not in the file and gets no territory: {ids}.</numerusform>
            <numerusform>{count} areas are not in the file and get no territory: {ids}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/matchreps.py"/>
        <source>{clusters} clusters, {representatives} representatives; {retained} % keep their representative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/matchreps.py"/>
        <source>{count} clusters have no current representative and get new names.</source>
        <extracomment>For exactly one: {count} cluster has no current representative and gets a new name.</extracomment>
        <translation>
            <numerusform>{count} cluster has no current representative and gets a new name.</numerusform>
            <numerusform>{count} clusters have no current representative and get new names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/matchreps.py"/>
        <source>{count} representatives get no cluster.</source>
        <extracomment>For exactly one: {count} representative gets no cluster.</extracomment>
        <translation>
            <numerusform>{count} representative gets no cluster.</numerusform>
            <numerusform>{count} representatives get no cluster.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/nearestrep.py"/>
        <source>{count} territories are not connected ({names}): some areas lie in regions without a representative that nothing connects to the others. Switch on “Join islands to their nearest neighbour” (BRIDGE), or draw edges in “Edited adjacency layer” (ADJACENCY).</source>
        <extracomment>For exactly one: {count} territory is not connected ({names}): some areas lie in regions without a representative that nothing connects to the others. Switch on “Join islands to their nearest neighbour” (BRIDGE), or draw edges in “Edited adjacency layer” (ADJACENCY).</extracomment>
        <translation>
            <numerusform>{count} territory is not connected ({names}): some areas lie in regions without a representative that nothing connects to the others. Switch on “Join islands to their nearest neighbour” (BRIDGE), or draw edges in “Edited adjacency layer” (ADJACENCY).</numerusform>
            <numerusform>{count} territories are not connected ({names}): some areas lie in regions without a representative that nothing connects to the others. Switch on “Join islands to their nearest neighbour” (BRIDGE), or draw edges in “Edited adjacency layer” (ADJACENCY).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/nearestrep.py"/>
        <source>{count} areas are reached by no representative ({ids}).</source>
        <extracomment>For exactly one: {count} area is reached by no representative ({ids}).</extracomment>
        <translation>
            <numerusform>{count} area is reached by no representative ({ids}).</numerusform>
            <numerusform>{count} areas are reached by no representative ({ids}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/nearestrep.py"/>
        <source>{count} representatives are nearest to no area and get an empty territory: {names}.</source>
        <extracomment>For exactly one: {count} representative is nearest to no area and gets an empty territory: {names}.</extracomment>
        <translation>
            <numerusform>{count} representative is nearest to no area and gets an empty territory: {names}.</numerusform>
            <numerusform>{count} representatives are nearest to no area and get an empty territory: {names}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/sitereps.py"/>
        <source>{chosen} of {candidates} candidates; total of trips × cost {objective:,.0f} {unit}, no bound was computed ({status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/sitereps.py"/>
        <source>{chosen} of {candidates} candidates; total of trips × cost {objective:,.0f} {unit}, another choice saves {gap:.2f} % at most ({status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/sitereps.py"/>
        <source>{chosen} of {candidates} candidates; total of trips × cost {objective:,.0f} {unit}, the least possible ({status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/sitereps.py"/>
        <source>{count} places cannot be reached from any chosen home: {ids}.</source>
        <extracomment>For exactly one: {count} place cannot be reached from any chosen home: {ids}.</extracomment>
        <translation>
            <numerusform>{count} place cannot be reached from any chosen home: {ids}.</numerusform>
            <numerusform>{count} places cannot be reached from any chosen home: {ids}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/smoothoutliers.py"/>
        <source>Outliers: {found}, moved: {moved}; neighbours agree with {before} % before and {after} % after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/smoothoutliers.py"/>
        <source>Test: the territory of {accuracy} % of {tested} customers was foretold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/runs/validate.py"/>
        <source>No rule is broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../processing_provider/runs/validate.py"/>
        <source>{count} breaches of {rule}.</source>
        <extracomment>For exactly one: {count} breach of {rule}.</extracomment>
        <translation>
            <numerusform>{count} breach of {rule}.</numerusform>
            <numerusform>{count} breaches of {rule}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Scenario 1 - nothing is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Homes, nearest home, balance, new homes: territories from a bare number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Chooses homes where travel is least, gives every area to the nearest home, balances the territories, and seeks homes anew inside them. In a large map say in which areas a home may be, e.g. the larger towns. Open it in the model designer to change its steps. The result can be saved for others: as a spreadsheet, as an alignment (a CSV file with area and territory; give a file name that ends in .csv), and as territories for Google Earth (a name that ends in .kml).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Scenario 2 - homes are fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Nearest representative, balance, and what moving would save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>The representatives stay where they live: every area goes to the nearest one, then the territories are balanced. The best home in each territory is told besides. Open it in the model designer to change its steps. The result can be saved for others: as a spreadsheet, as an alignment (a CSV file with area and territory; give a file name that ends in .csv), and as territories for Google Earth (a name that ends in .kml).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Scenario 3 - a plan exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Improves the current plan, and tells what changes hands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Balances the territories of the current plan, within a limit on how much may change hands, compares the two plans, and seeks the best home in each territory. Open it in the model designer to change its steps. The result can be saved for others: as a spreadsheet, as an alignment (a CSV file with area and territory; give a file name that ends in .csv), and as territories for Google Earth (a name that ends in .kml).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Field to balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Homes where travel is least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Every area to the nearest home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Balance the territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>The best home inside each territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Tables for a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Area and territory alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Alignment for other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Territories in WGS 84</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Territories for Google Earth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Handover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Spreadsheet (xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Alignment (csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing_provider/shipped_models.py"/>
        <source>Territories (kml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/edit_models.py"/>
        <source>Edit a Copy of the Model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/entries.py"/>
        <source>Show in the Processing Toolbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/entries.py"/>
        <source>Territory Design: show in the Processing Toolbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/entries.py"/>
        <location filename="../ui/workbench/dock.py"/>
        <source>Territory workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/entries.py"/>
        <source>Territory workbench: plan and adjust on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/entries.py"/>
        <source>Example project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/entries.py"/>
        <source>Print layout of the territories (A4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/entries.py"/>
        <source>Print layout of the territories (A3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/entries.py"/>
        <source>{algorithm}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/entries.py"/>
        <source>The Processing toolbox is not available. Enable the plugin “Processing” under Plugins ▸ Manage and Install Plugins… and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/example.py"/>
        <source>Folder in which the example project is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/example.py"/>
        <source>The example project could not be copied: {reason}. Choose a folder in which you may write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/example.py"/>
        <source>Heidelberg region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/example.py"/>
        <source>Municipalities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/example.py"/>
        <source>Representatives next year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/example.py"/>
        <source>Depot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/example.py"/>
        <source>Roads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>1. How fair are the current territories?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Five representatives look after 134 municipalities; each has what is nearest. Run Evaluate and read in the log: the worst deviation of a territory from its fair share of the potential, and the mean trip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Evaluate the current plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>2. Balance them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Emma works half-time, as the field “share” says, so she gets half of what the others get. All stay where they live. After the run the new territories lie on the map, and the log says how much longer the trips are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Balance the potential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>3. What changes hands?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Compare the current plan (“rep_now”) with the one that step 2 has made (“territory”): who gives what to whom?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Compare the two plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>4. Share out customers instead of areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>600 customers, between 100 and 140 for each representative; four of them must stay with the one whom they know (field “fixed_rep”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Cluster the customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>5. Drive instead of fly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Travel times on roads from every representative to every municipality. Balance takes the table as “Cost matrix”, with “ags” as the field that identifies an area. The dashed roads are made up; README.txt beside the project says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Measure travel times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>First steps in Territory Design</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>The Heidelberg region with made-up representatives and customers, in a copy that is yours: change what you like. Each link opens a dialog that is filled in; press Run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>The tutorials go on from here with the same data, each from a question to a decision. The Help button of each dialog opens the manual’s page about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/first_steps.py"/>
        <source>Read the tutorials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/print_layout.py"/>
        <source>There are no territories to print. Run “Balance territories” or “Evaluate territories” first, and keep its layer “Territories” in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/print_layout.py"/>
        <source>Territories {paper}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternative_runs.py"/>
        <source>Comparing the plans …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternative_runs.py"/>
        <source>Writing the areas and the report …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternative_runs.py"/>
        <source>Another comparison or export is going on. Wait for its end, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternative_runs.py"/>
        <source>{changed:.1f} % of the weight changes hands. The report is open in the browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternative_runs.py"/>
        <source>Written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>File of the alternatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Save the project, or choose a file: the alternatives are kept beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Choose an alternative in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Save the project, or choose a file for the alternatives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Alternative {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Plan from {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Plan {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Choose one alternative, or two, in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Export the areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Import a plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Text files (*.csv *.txt *.tsv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Alternative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives.py"/>
        <source>Name of the alternative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <location filename="../ui/workbench/charts.py"/>
        <source>Worst deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Mean trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Made from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Keep the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Write the plan as it is now into the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Put the chosen alternative on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>A copy under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Two chosen ones, or one with the plan on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>A layer of areas, and a report beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>A text file: area id, territory, locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_page.py"/>
        <source>Where the alternatives of this project are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_store.py"/>
        <source>This alternative is not in the file any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/alternatives_store.py"/>
        <source>The alternatives in {path} cannot be used: {reason}. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/bound.py"/>
        <source>Lower bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/charts.py"/>
        <source>best fitness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/charts.py"/>
        <source>mean fitness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/charts.py"/>
        <source>generation {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/charts.py"/>
        <source>{name}: worst deviation {deviation:.2f} %, {trip:.1f} km, {changed:.1f} % changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/charts.py"/>
        <source>Mean trip (km)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/charts.py"/>
        <source>larger dots: more changes hands</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/csv_plans.py"/>
        <source>{count} ids of the file are those of no area: {ids}.</source>
        <extracomment>For exactly one: {count} id of the file is that of no area: {ids}.</extracomment>
        <translation>
            <numerusform>{count} id of the file is that of no area: {ids}.</numerusform>
            <numerusform>{count} ids of the file are those of no area: {ids}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/csv_plans.py"/>
        <source>{count} areas are not in the file and stay as they are: {ids}.</source>
        <extracomment>For exactly one: {count} area is not in the file and stays as it is: {ids}.</extracomment>
        <translation>
            <numerusform>{count} area is not in the file and stays as it is: {ids}.</numerusform>
            <numerusform>{count} areas are not in the file and stay as they are: {ids}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/workbench/dock.py"/>
        <source>Set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/dock.py"/>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/dock.py"/>
        <source>Alternatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/dock.py"/>
        <source>Reading the plan …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/explaining.py"/>
        <source>Area {area} belongs to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/explaining.py"/>
        <source>It touches no other territory: nothing pulls at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/explaining.py"/>
        <source>To {name}: worst deviation {before:.2f} → {after:.2f} %, mean trip {now} → {then}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/explaining.py"/>
        <source>{move}. Not allowed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>Choose the layer of areas that are divided into territories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>This layer holds no polygons. Choose a layer of areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>This layer is empty, or its filter leaves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>This layer is not in the project any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>Say from what to start: a plan field, representatives, or a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>Choose a field that is different in every area. Where there is none, make one with the field calculator ($id).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>Some areas share a value of this field, or have none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/guessing.py"/>
        <source>The layer has no fields {names} any more.</source>
        <extracomment>For exactly one: The layer has no field {names} any more.</extracomment>
        <translation>
            <numerusform>The layer has no field {names} any more.</numerusform>
            <numerusform>The layer has no fields {names} any more.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>“{name}” holds texts, not numbers. Convert it with the field calculator (to_real).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <location filename="../ui/workbench/reading.py"/>
        <location filename="../ui/workbench/session.py"/>
        <source>The layer has no field “{name}” any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>This field identifies the areas; it cannot hold the plan too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>Some representatives share a value of this field, or have none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/guessing.py"/>
        <source>The representatives have no such field any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/hand.py"/>
        <source>Nothing that the territory does not have already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/hand.py"/>
        <source>{count} areas are locked and left out.</source>
        <extracomment>For exactly one: {count} area is locked and left out.</extracomment>
        <translation>
            <numerusform>{count} area is locked and left out.</numerusform>
            <numerusform>{count} areas are locked and left out.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/workbench/hand.py"/>
        <source>No single move helps any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/layer_edits.py"/>
        <source>The layer does not take “{value}” for the territory. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/layer_edits.py"/>
        <source>The layer of areas was removed from the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/layer_edits.py"/>
        <source>This layer cannot be edited: it is read-only. Use “Work on a copy”, which takes the areas with their plan into a layer of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>People come and go, and share the work, where there are representatives. Choose their layer on the page “Set up”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>Click on the map where the new representative lives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>{name} leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>Give a name that no other territory has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>Territories have numbers here: give the new one a number, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>{name} joins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>Share of {name}: {before:g} → {after:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>Somebody joins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>Name of the new territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>Share of the work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/people_actions.py"/>
        <source>Share of {name} (1 is a full one)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_page.py"/>
        <source>Worst deviation {worst:.2f} % (no plan below {bound}) · σ {sigma:.2f} % · mean trip {trip} · borders {border} · changed {changed:.1f} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/plan_page.py"/>
        <source>{count} problems</source>
        <extracomment>For exactly one: {count} problem</extracomment>
        <translation>
            <numerusform>{count} problem</numerusform>
            <numerusform>{count} problems</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_page.py"/>
        <source>No problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/plan_page.py"/>
        <source>{count} more problems are not listed.</source>
        <extracomment>For exactly one: {count} more problem is not listed.</extracomment>
        <translation>
            <numerusform>{count} more problem is not listed.</numerusform>
            <numerusform>{count} more problems are not listed.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Click or paint areas (N, P: next, previous territory; hold space: pan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Catch areas in a rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Catch areas with a lasso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Why is this area here? Click it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Undo the last stroke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Give areas to nobody (U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Best next move: show it, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Repair contiguity: join cut-off parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Give what is shaded to the territory (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Forget what is shaded (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Locks: the hand and the optimiser keep to them (L: the area under the pointer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Lock selected territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Unlock selected territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Lock all territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Unlock everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>People come and go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>The representative leaves…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Somebody joins… (click the home on the map)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Change the share of the work…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Take areas only from this territory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Whole groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>Areas that stay together are taken together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>from anybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>only what nobody has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>only from {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_tools.py"/>
        <source>To: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_values.py"/>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_values.py"/>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_values.py"/>
        <source>Maximum deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/plan_values.py"/>
        <source>Locked territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/proposal.py"/>
        <source>{count} areas that it has territories for are not in the layer any more.</source>
        <extracomment>For exactly one: {count} area that it has a territory for is not in the layer any more.</extracomment>
        <translation>
            <numerusform>{count} area that it has a territory for is not in the layer any more.</numerusform>
            <numerusform>{count} areas that it has territories for are not in the layer any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/proposal.py"/>
        <source>{count} areas will be locked.</source>
        <extracomment>For exactly one: {count} area will be locked.</extracomment>
        <translation>
            <numerusform>{count} area will be locked.</numerusform>
            <numerusform>{count} areas will be locked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/proposal.py"/>
        <source>{count} areas will be unlocked.</source>
        <extracomment>For exactly one: {count} area will be unlocked.</extracomment>
        <translation>
            <numerusform>{count} area will be unlocked.</numerusform>
            <numerusform>{count} areas will be unlocked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/proposal.py"/>
        <location filename="../ui/workbench/wording.py"/>
        <source>{count} areas would change hands.</source>
        <extracomment>For exactly one: {count} area would change hands.</extracomment>
        <translation>
            <numerusform>{count} area would change hands.</numerusform>
            <numerusform>{count} areas would change hands.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/workbench/proposal.py"/>
        <location filename="../ui/workbench/wording.py"/>
        <source>Worst deviation: {before:.2f} → {after:.2f} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/proposal.py"/>
        <source>Mean trip: {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/proposal.py"/>
        <source>{count} areas that would change hands were locked while the run went on. Unlock them, or run again.</source>
        <extracomment>For exactly one: {count} area that would change hands was locked while the run went on. Unlock it, or run again.</extracomment>
        <translation>
            <numerusform>{count} area that would change hands was locked while the run went on. Unlock it, or run again.</numerusform>
            <numerusform>{count} areas that would change hands were locked while the run went on. Unlock them, or run again.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/workbench/proposal.py"/>
        <source>No area changes hands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/proposal.py"/>
        <source>The plan stays as it is: nothing better was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/reading.py"/>
        <source>The layer of areas is not in the project any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/reading.py"/>
        <location filename="../ui/workbench/run.py"/>
        <source>The algorithms of Territory Design are not available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/reading.py"/>
        <source>The cost matrix is not in the project any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/reading.py"/>
        <location filename="../ui/workbench/runs.py"/>
        <source>Reading the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/reading.py"/>
        <source>The plan was not read to its end. Open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>Only the territories selected in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>until it gets no better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>Stop and keep best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>Start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>Maximum change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>the plan, which is improved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>the representatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/run_page.py"/>
        <source>nothing: {count} territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/runs.py"/>
        <source>Select two territories or more in the table of the plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/runs.py"/>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/runs.py"/>
        <source>Balance the selected territories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/runs.py"/>
        <source>A run is going on. Stop it or wait for its end, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/runs.py"/>
        <source>Cancelled: there is no result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/runs.py"/>
        <source>The run wrote no areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/session.py"/>
        <source>Areas to nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/session.py"/>
        <source>Areas to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/session.py"/>
        <source>Nothing to repair: no part can be joined to a neighbour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/session.py"/>
        <source>Repair contiguity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>every area counts 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>The table of the plan shows it beside each territory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>as the plan or the representatives say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>A travel table as “Travel cost matrix” writes it, or of a routing plugin: trips, means and new plans count by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Territories stay connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Open the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Show the plan in the plan field, to work on it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Fields to balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Field with the plan (empty: there is none yet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Field that identifies them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Field with their names (empty: as above)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Field with their shares (empty: equal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Field with the number of trips (empty: as the weight)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>Cost matrix (empty: straight lines)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/setup_page.py"/>
        <source>There is no plan yet: make one on the page “Run”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Deviation: {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Target: {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Locked: it neither gives nor receives areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Some areas of it are locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/territory_model.py"/>
        <source>Now {now}, when the work began {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/territory_table.py"/>
        <source>Zoom to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/territory_table.py"/>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/territory_table.py"/>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/workbench/wording.py"/>
        <source>{count} more reasons are against it.</source>
        <extracomment>For exactly one: {count} more reason is against it.</extracomment>
        <translation>
            <numerusform>{count} more reason is against it.</numerusform>
            <numerusform>{count} more reasons are against it.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/workbench/wording.py"/>
        <source>{name}: {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/wording.py"/>
        <source>Mean trip of these: {before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/workbench.py"/>
        <source>Workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/workbench.py"/>
        <source>Work on a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../ui/workbench/working_copy.py"/>
        <source>{layer} (copy)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
