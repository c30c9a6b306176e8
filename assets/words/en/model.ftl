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
measure-paid-sentence = What is paid in each period; while no condition holds money back, the same as planned.
measure-committed = Committed
measure-committed-sentence = The full amount, in the quarter from which it may be paid.
measure-to-come = To come
measure-to-come-sentence = Committed, and planned for a later quarter of the package.
measure-after = After the horizon
measure-after-sentence = Committed, and planned past the last quarter of the package; shown, never dropped.

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
