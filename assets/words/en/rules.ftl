# The rules that made the shipped plan, printed beside its figures. Order: as in assets/baseline/rules.csv.

rule-1-heading = Stability
rule-1-text = Budget support of named programmes, one row each: USD 49.694 bn.

rule-2-heading = Reconstruction
rule-2-text = The rest of the 600 core, USD 550.306 bn, is spread over sectors in proportion to RDNA5 needs, so that every sector is covered to 93.65 % and the gap shows. Named programmes come first; private capital goes to energy and infrastructure only (160: energy 70, transport 75, water 9, irrigation 6); then proposed EU money; the remainder is “to be mobilised”, half grants and half loans.

rule-3-heading = Booster
rule-3-text = USD 60 bn public (proposed EU money) and 140 private (energy 75, transport 45, digital 20); each row is tied to one accession cluster. What share of the booster is public is stated nowhere: this split is an assumption.

rule-4-heading = Private capital and currency
rule-4-text = Private capital is half loans and half equity. Euro amounts are turned into dollars at 1.1670 throughout.

rule-5-heading = Calendar
rule-5-text = Public money to be mobilised flows from 2027 as a trapezoid with u = 0.25 and d = 0.1; private money as a trapezoid with u = 0.35 and d = 0.1, from 2027 (booster: from 2028).

rule-compensation-heading = Compensation
rule-compensation-text = No source states an amount for damage compensation, so none is invented: the purpose exists, and its total is zero.

rule-paid-heading = Paid so far
rule-paid-text = EUR 3.2 bn of the EU support loan was paid on 25 June 2026. It is typed as an actual of 2026-Q2: USD 3.7344 bn at 1.1670.

rule-grades-heading = Two grades
rule-grades-text = Each row has two grades. The amount of its programme: running 52.178, announced 5.5, proposed 116.7, assumption 625.622 (USD bn). Its split is an assumption everywhere, because no source splits these programmes over sectors, purposes or years.

rule-sceptic-heading = What a sceptic sees
rule-sceptic-text = As shipped, payments peak near USD 112 bn a year in 2031; measured against the economy the peak is 38 % of GDP in 2030 (36 % in 2031, if GDP grows at 7 % a year in current dollars after 2030: an extrapolation). 78 % of the money rests on an assumed amount, and 76 % has no named payer.
