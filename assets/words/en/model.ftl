# Words of the model: instruments, purposes, grades, clusters, capital, dimensions, measures, profiles.
# Each name has a `-sentence` that explains it. Ids: kind, then the key with hyphens for underscores
# (`loan_concessional` -> `instrument-loan-concessional`).
#
# Glossary (one word per thing; the Ukrainian file gives the same list):
#   plan, package, reading, funder, programme, instrument, capital, sector, need, purpose, allocation, booster,
#   profile, schedule, limit, step, cluster, event, scenario, version, source, grade, as-of, edit, figure, concern;
#   commitment = money promised from the start quarter on; disbursement = payment.

## Capital: who bears the money

capital-public = Public
capital-public-sentence = Money of states, the European Union and international financial institutions: grants, public loans, public equity and guarantees.
capital-private = Private
capital-private-sentence = Money of companies, banks and funds that invest at their own risk, as loans or as equity.

## Instruments: on what terms

instrument-grant = Grant
instrument-grant-sentence = Money that is not paid back.
instrument-loan-concessional = Concessional loan
instrument-loan-concessional-sentence = A public loan on terms softer than the market: a lower rate, a longer term or a grace period.
instrument-loan-limited-recourse = Limited-recourse loan
instrument-loan-limited-recourse-sentence = A public loan that Ukraine repays only from a named source, such as reparations or income from immobilised Russian assets.
instrument-loan-commercial = Commercial loan
instrument-loan-commercial-sentence = A loan by a public institution at or near market terms.
instrument-equity-public = Public equity
instrument-equity-public-sentence = A public institution buys a share in a company or fund and shares its profit and loss.
instrument-guarantee = Guarantee
instrument-guarantee-sentence = A promise to pay if a borrower or a project does not; money moves only when it is called.
instrument-loan-private = Private loan
instrument-loan-private-sentence = A loan by private lenders who carry the risk, with or without public cover.
instrument-equity-private = Private equity
instrument-equity-private-sentence = Private investors put in their own capital and own what they build.

## Purposes: to what end

purpose-compensation = Compensation
purpose-compensation-sentence = Payment to people and firms for damage done by the war; no source states an amount, so the shipped plan has none.
purpose-reconstruction = Reconstruction
purpose-reconstruction-sentence = Rebuilding what was damaged and restoring services, as the needs assessment counts them.
purpose-modernisation = Modernisation
purpose-modernisation-sentence = Building better than before: industry, energy and rules on the way into the European Union.
purpose-stability = Stability
purpose-stability-sentence = Budget support that keeps the state and the economy running.

## Grades: how firm a figure is

grade-signed = Signed
grade-signed-sentence = An agreement for this amount has been signed.
grade-running = Running
grade-running-sentence = The programme exists and pays; a source names its amount.
grade-announced = Announced
grade-announced-sentence = A funder has announced the amount; no signed agreement was found.
grade-proposed = Proposed
grade-proposed-sentence = The amount stands in a proposal that has not been adopted.
grade-reported = Reported
grade-reported-sentence = The press reports the amount; the funder has not confirmed it.
grade-assumption = Assumption
grade-assumption-sentence = No source states this; the plan assumes it, and says so wherever it is shown.

## Clusters of the accession talks, to which booster money is tied

cluster-fundamentals = Fundamentals
cluster-fundamentals-sentence = Courts, basic rights, public procurement, statistics and financial control; opened first and closed last.
cluster-internal-market = Internal market
cluster-internal-market-sentence = Free movement of goods, workers, services and capital, company law, competition and financial services.
cluster-competitiveness = Competitiveness and inclusive growth
cluster-competitiveness-sentence = Digital, taxation, economic policy, social policy, industry, science, education and the customs union.
cluster-green-agenda = Green agenda and sustainable connectivity
cluster-green-agenda-sentence = Transport, energy, trans-European networks, environment and climate.
cluster-resources-cohesion = Resources, agriculture and cohesion
cluster-resources-cohesion-sentence = Agriculture, food safety, fisheries, regional policy and the budget of the Union.
cluster-external-relations = External relations
cluster-external-relations-sentence = External relations, and foreign, security and defence policy.
cluster-none = No cluster
cluster-none-sentence = The allocation does not depend on an accession cluster.

## Booster

booster-yes = In the booster
booster-yes-sentence = The allocation is tied to accession reforms.
booster-no = Outside the booster
booster-no-sentence = The allocation does not wait for accession reforms.

## Kinds of funder

funder-kind-union = Union of states
funder-kind-ifi = International financial institution
funder-kind-government = Government
funder-kind-private = Private investors
funder-kind-unidentified = Not identified

## Dimensions: by what a figure can be divided

dimension-funder = Funder
dimension-funder-sentence = Who pays.
dimension-programme = Programme
dimension-programme-sentence = The funder’s named vehicle.
dimension-instrument = Instrument
dimension-instrument-sentence = On what terms the money comes.
dimension-capital = Capital
dimension-capital-sentence = Public or private money.
dimension-sector = Sector
dimension-sector-sentence = What the money is for.
dimension-purpose = Purpose
dimension-purpose-sentence = To what end: compensation, reconstruction, modernisation or stability.
dimension-booster = Booster
dimension-booster-sentence = Whether the money is tied to accession reforms.
dimension-cluster = Cluster
dimension-cluster-sentence = The accession cluster whose reforms release the money.
dimension-amount-grade = Firmness of the amount
dimension-amount-grade-sentence = How firm the amount is.
dimension-split-grade = Firmness of the split
dimension-split-grade-sentence = How firm the split over sectors, purposes and years is.

## Measures: what is counted

measure-planned = Planned
measure-planned-sentence = What was paid so far, then the profile on what is left; adds to the amount.
measure-paid = Paid
measure-paid-sentence = What is paid in each period, after events, reform steps and absorption; the same as planned where nothing holds money back.
measure-committed = Committed
measure-committed-sentence = The full amount, in the quarter from which it may be paid.
measure-to-come = To come
measure-to-come-sentence = Released, and planned for a later quarter of the package.
measure-after = After the horizon
measure-after-sentence = Committed, and planned past the last quarter of the package; shown, never dropped.
measure-backlog = Waiting for room
measure-backlog-sentence = Payable, and delayed because not more can be absorbed in its year.
measure-at-risk = At risk
measure-at-risk-sentence = Withheld for a reform step that is late, and still claimable.
measure-not-yet-due = Not yet due
measure-not-yet-due-sentence = Waiting for reform steps that are not due yet.
measure-lost = Lost
measure-lost-sentence = Lapsed with a step that was not met in time, or because it waited too long for room.
measure-stopped = Stopped
measure-stopped-sentence = Ended by an event.
measure-clawback = Taken back
measure-clawback-sentence = Released earlier and claimed back because a reform step was reversed.

## Reform steps: what kind of act, which money, how far they have come

step-kind-chapter = Chapter closed
step-kind-chapter-sentence = A chapter of the accession talks is provisionally closed.
step-kind-legislative = Law
step-kind-legislative-sentence = A law or another legal act comes into force.
step-kind-institutional = Institution
step-kind-institutional-sentence = An institution is set up or reformed.
step-kind-quantitative = Count
step-kind-quantitative-sentence = A number is reached: posts filled, homes connected.
step-kind-investment = Investment
step-kind-investment-sentence = Something is built or bought.

step-part-all = All money
step-part-all-sentence = The step bears on all money of its cluster.
step-part-grants = Grants
step-part-grants-sentence = The step bears on the grants of its cluster only.
step-part-loans = Loans
step-part-loans-sentence = The step bears on the loans of its cluster only.

step-state-due = Due
step-state-due-sentence = Not met yet; expected in its due quarter, later by the delay that is entered.
step-state-met = Met
step-state-met-sentence = The step is met.
step-state-partly-met = Met in part
step-state-partly-met-sentence = A part of the step is met; the rest lapses when its window closes.
step-state-reversed = Reversed
step-state-reversed-sentence = The step was met and undone later; what it had released can be claimed back.

step-place-not-yet-due = Not yet due
step-place-released = Met
step-place-at-risk = Late, still claimable
step-place-lost = Lapsed

## Terms of release: how met steps release money, and what becomes of the rest

release-rule-proportional = In proportion
release-rule-proportional-sentence = Each met step releases its weight.
release-rule-all-or-nothing = All or nothing
release-rule-all-or-nothing-sentence = Nothing is released until every step is met.
release-rule-floor = With a floor
release-rule-floor-sentence = A floor is free of conditions; above it each met step releases its weight.
release-rule-threshold = From a threshold on
release-rule-threshold-sentence = Nothing is released below the threshold; from it on each met step releases its weight.
release-rule-threshold-then-full = In full from a threshold on
release-rule-threshold-then-full-sentence = Each met step releases its weight; once the threshold is reached, everything is released.
release-rule-gate = Behind gates
release-rule-gate-sentence = Nothing is released until every gate is met; then each met step releases its weight.

on-loss-lost = Lost
on-loss-lost-sentence = Money whose window has closed is lost.
on-loss-reallocated = Reallocated
on-loss-reallocated-sentence = Money whose window has closed goes to the other steps of the cluster, in proportion.
on-loss-extended = Extended
on-loss-extended-sentence = The window is extended once; then the money is lost.

## Events: what kind, whether they count, what they do

event-kind-meeting = Meeting
event-kind-deadline = Deadline
event-kind-ceasefire = Ceasefire
event-kind-referendum = Referendum
event-kind-accession = Accession
event-kind-guarantee = Security guarantee
event-kind-collapse = Collapse
event-kind-other = Other

event-state-happened = Happened
event-state-happened-sentence = It happened; a source says so.
event-state-expected = Expected
event-state-expected-sentence = Somebody has announced it for that day.
event-state-assumed = Assumed
event-state-assumed-sentence = The analyst assumes it.
event-state-excluded = Excluded
event-state-excluded-sentence = It is known of and does not count; its effects do nothing.

effect-verb-open = Opens
effect-verb-open-sentence = No money before it; what is planned earlier begins with it.
effect-verb-while = Only while it lasts
effect-verb-while-sentence = Opened by its first day, stopped by its last.
effect-verb-delay = Delays
effect-verb-delay-sentence = What is planned from it on comes some quarters later.
effect-verb-scale = Scales
effect-verb-scale-sentence = Of what is planned from it on only a share is paid; the rest is stopped.
effect-verb-stop = Stops
effect-verb-stop-sentence = What is planned from it on is stopped.

## Caps: how much can be absorbed in a year

cap-kind-fixed = Fixed
cap-kind-fixed-sentence = The same amount each year.
cap-kind-growing = Growing
cap-kind-growing-sentence = An amount in the package’s first year that grows by a rate each year.
cap-kind-gdp-share = Share of GDP
cap-kind-gdp-share-sentence = A share of each year’s gross domestic product.

## The links of an explanation

link-committed = Committed
link-profile = Profile
link-event = Event
link-release = Reform steps
link-absorption = Absorption
link-paid = Paid

## Profiles: the shape of payment over time, with parameters and origin

profile-uniform = Uniform
profile-uniform-sentence = The same share in every quarter.
profile-uniform-source = A planner’s convention; no source states it for these programmes.
profile-front-linear = Front-loaded
profile-front-linear-sentence = The largest share at the start, falling in a straight line.
profile-front-linear-source = A planner’s convention; no source states it for these programmes.
profile-front-linear-s = How much earlier (0 to 1)
profile-back-linear = Back-loaded
profile-back-linear-sentence = The smallest share at the start, rising in a straight line.
profile-back-linear-source = A planner’s convention; no source states it for these programmes.
profile-back-linear-s = How much later (−1 to 0)
profile-trapezoid = Trapezoid
profile-trapezoid-sentence = Ramps up, holds level, then ramps down.
profile-trapezoid-source = A planner’s convention; no source states it for these programmes.
profile-trapezoid-u = Ramp-up, share of the time
profile-trapezoid-d = Ramp-down, share of the time
profile-logistic = S-curve
profile-logistic-sentence = Slow at first, fastest in the middle, slow at the end.
profile-logistic-source = A planner’s convention; no source states it for these programmes.
profile-logistic-k = Steepness
profile-logistic-m = Middle, share of the time
profile-empirical-wb-investment = As World Bank investment lending
profile-empirical-wb-investment-sentence = Paid out as pooled World Bank investment lending was, over the first seven and a half years of its life.
profile-empirical-wb-investment-source = World Bank: IBRD Statement of Loans of 31 May 2023 and IDA Statement of Credits and Grants of 31 July 2024 (H01, H02), approvals since 2005; shares of commitments net of cancellation, a cross-section of vintages and not one cohort.
profile-empirical-wb-policy = As World Bank policy lending
profile-empirical-wb-policy-sentence = Paid out as IBRD policy lending was: about seven tenths in the first year of life.
profile-empirical-wb-policy-source = World Bank: IBRD Statement of Loans of 31 May 2023 (H01), approvals since 2005; policy loans told apart by name; shares of commitments net of cancellation.
profile-typed = Typed shares
profile-typed-sentence = Shares typed one by one for equal parts of the time; even within each part.
profile-typed-source = Typed by the analyst; no source states it unless the row’s own sources do.
profile-typed-s = Share of each part
profile-empirical = Through points
profile-empirical-sentence = Passes in straight lines through points that were typed or read from a table.
profile-empirical-source = Typed or read by the analyst; no source states it unless the row’s own sources do.
profile-empirical-t = Time of each point, share of the span
profile-empirical-f = Share paid by then
profile-outlay-rates = Outlay rates
profile-outlay-rates-sentence = Yearly commitments, each paid at the same rates over the years that follow; it reaches beyond the end.
profile-outlay-rates-source = Spend-out rates, as the US Department of Defense Comptroller and the Congressional Budget Office use them; the rates themselves are the analyst’s.
profile-outlay-rates-years = Yearly commitments
profile-outlay-rates-r = Share paid in each year of a commitment
profile-outlay-rates-c = Share of each yearly commitment
profile-geometric = Geometric
profile-geometric-sentence = Each quarter gets the same share of what the quarter before it got, with a long tail.
profile-geometric-source = A planner’s convention; no source states it for these programmes.
profile-geometric-q = Ratio of one quarter to the one before
profile-beta = Beta
profile-beta-sentence = One hump that leans early or late; with alpha below 1 money piles up at the start, with beta below 1 at the end.
profile-beta-source = The beta distribution: NIST Digital Library of Mathematical Functions, 8.17. No source states its parameters for these programmes.
profile-beta-alpha = Weight of the later time (alpha)
profile-beta-beta = Weight of the earlier time (beta)
profile-pert = PERT
profile-pert-sentence = One hump with a named peak: the beta curve of network planning.
profile-pert-source = Malcolm, Roseboom, Clark and Fazar, Operations Research 7 (1959). No source states its parameters for these programmes.
profile-pert-mode = Peak, share of the time
profile-pert-lambda = Weight of the peak (usually 4)
profile-nasa-beta = NASA beta
profile-nasa-beta-sentence = A hump set by how much is spent by half-time.
profile-nasa-beta-source = NASA Cost Estimating Handbook. No source states its parameters for these programmes.
profile-nasa-beta-A = Early weight (A)
profile-nasa-beta-B = Middle weight (B)
profile-rayleigh = Rayleigh
profile-rayleigh-sentence = Rises in a straight line at first, then fades away.
profile-rayleigh-source = The Norden–Rayleigh curve of development effort; SCEA tutorial of 2004. No source states its parameter for these programmes.
profile-rayleigh-a = Pace
profile-weibull = Weibull
profile-weibull-sentence = A hump with a shorter or longer tail, as fitted to space project budgets.
profile-weibull-source = Weibull curves fitted to budgets of Goddard Space Flight Center projects; NASA, NTRS 19910016622. No source states its parameters for these programmes.
profile-weibull-shape = Shape
profile-weibull-scale = Time at which about 63 % is paid, share of the time
profile-delay = Delay, whole quarters
profile-stretch = Stretch, times the span

## Scenarios: what the plan could be besides

scenario-base = Base plan
outcome-deal = A deal holds
outcome-deal-sentence = A deal is signed, the referendum accepts it, and it holds for five years.
outcome-rejected = Russia rejects it
outcome-rejected-sentence = No deal is signed.
outcome-collapse-early = It collapses early
outcome-collapse-early-sentence = A deal is signed and accepted, and breaks down by the end of 2028.
outcome-collapse-late = It collapses late
outcome-collapse-late-sentence = A deal is signed and accepted, and breaks down after 2028.
outcome-referendum-rejects = The referendum rejects it
outcome-referendum-rejects-sentence = A deal is signed, and the referendum rejects it.
question-signed = A deal is signed
question-signed-sentence = How probable is it that a deal is signed?
question-accepted = The referendum accepts it
question-accepted-sentence = If a deal is signed: how probable is it that the referendum accepts it?
question-holds = It holds for five years
question-holds-sentence = If it is signed and accepted: how probable is it that it holds for five years?
question-early = A collapse comes early
question-early-sentence = If it does not hold: how probable is it that it breaks down by the end of 2028? It may be left open.

## Limits

limit-kind-ceiling = at most
limit-kind-floor = at least
limit-kind-exact = exactly

plan-new = New plan
