package org.tonari.viewmodel.pages;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Recommendation;
import org.tonari.domain.answer.Roofline;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.evidence.ClaimResult;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.question.CostAssumptions;
import org.tonari.domain.question.Questions;
import org.tonari.domain.question.Wish;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.engine.advice.Advice;
import org.tonari.engine.advice.Inquiry;
import org.tonari.engine.reach.Reaches;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.WorkbenchViewModel;

/// What a buyer asks: does the software run, what does the sticker hide, what does it cost, which one for me, and what
/// of what the articles say is so. UI thread only.
public final class BuyerViewModel {
    private static final Set<Aspect> SPEED = EnumSet.of(Aspect.SPEED, Aspect.BUFFER);

    private final WorkbenchViewModel root;
    private final Library library;
    private final PageAnswer<List<Scenario>, List<Estimate>> software;
    private final PageAnswer<List<Scenario>, List<Roofline>> reaches;
    private final PageAnswer<Costing, List<Estimate>> costs;
    private final PageAnswer<Wishing, List<Recommendation>> advice;
    private final PageAnswer<Boolean, List<ClaimResult>> claims;

    private record Costing(List<Scenario> scenarios, CostAssumptions assumptions) {}

    private record Wishing(List<Machine> machines, Wish wish, Library.Use use, CostAssumptions assumptions) {}

    BuyerViewModel(WorkbenchViewModel root, Estimator engine, Background background, Library library) {
        this.root = root;
        this.library = library;
        software = answer(
                background,
                BuyerViewModel::scenarios,
                asked -> asked.stream()
                        .map(scenario -> engine.estimate(scenario, EnumSet.noneOf(Aspect.class)))
                        .toList());
        reaches = answer(
                background,
                BuyerViewModel::scenarios,
                asked -> asked.stream()
                        .map(scenario -> Reaches.of(engine, scenario))
                        .toList());
        costs = answer(
                background,
                now -> new Costing(scenarios(now), now.questions().cost()),
                asked -> asked.scenarios().stream()
                        .map(scenario -> costed(engine, asked, scenario))
                        .toList());
        advice = answer(
                background,
                now -> new Wishing(
                        now.machines(),
                        now.questions().wish(),
                        use(now),
                        now.questions().cost()),
                asked -> Advice.of(engine, library.projector(), question(asked)));
        claims = answer(background, _ -> true, _ -> library.claims().get());
    }

    private <Q, T> PageAnswer<Q, List<T>> answer(
            Background background, Function<Comparison, Q> question, Function<Q, List<T>> compute) {
        return new PageAnswer<>(root, background.newest(), List.of(), question, compute);
    }

    private static List<Scenario> scenarios(Comparison now) {
        return now.machines().stream().map(now::on).toList();
    }

    private static Estimate costed(Estimator engine, Costing asked, Scenario scenario) {
        Estimate estimate = engine.estimate(scenario, SPEED);
        return estimate.withCost(engine.cost(estimate, asked.assumptions()));
    }

    private Inquiry question(Wishing asked) {
        Library.Use use = asked.use();
        return new Inquiry(
                use.useCase(),
                asked.wish(),
                use.runs(),
                use.columns(),
                use.job(),
                library.runtime(),
                asked.machines(),
                asked.assumptions());
    }

    /// @return how the runtime's kernels run on each machine
    public PageAnswer<?, List<Estimate>> software() {
        return software;
    }

    /// @return what each machine reaches of its sticker
    public PageAnswer<?, List<Roofline>> reaches() {
        return reaches;
    }

    /// @return what each machine costs
    public PageAnswer<?, List<Estimate>> costs() {
        return costs;
    }

    /// @return the machines in the order of the wish
    public PageAnswer<?, List<Recommendation>> advice() {
        return advice;
    }

    /// @return the claims, recomputed
    public PageAnswer<?, List<ClaimResult>> claims() {
        return claims;
    }

    /// @return what can be wished for: first what the workbench shows
    public List<Library.Use> uses() {
        return Stream.concat(Stream.of(WorkbenchUse.of(root.getComparison())), library.uses().stream())
                .toList();
    }

    /// @return the use that holds
    public Library.Use use() {
        return use(root.getComparison());
    }

    private Library.Use use(Comparison now) {
        String wanted = now.questions().wish().use();
        return wanted.equals(WorkbenchUse.ID) ? WorkbenchUse.of(now) : library.use(wanted);
    }

    /// @return what costs rest on
    public ObservableValue<CostAssumptions> assumptionsProperty() {
        return root.comparisonProperty().map(Comparison::questions).map(Questions::cost);
    }

    /// @return the wish that holds
    public ObservableValue<Wish> wishProperty() {
        return root.comparisonProperty().map(Comparison::questions).map(Questions::wish);
    }

    /// Changes what costs rest on; one step of the history.
    public void assume(UnaryOperator<CostAssumptions> change) {
        root.apply(Act.COST, now -> now.asking(questions -> questions.withCost(change.apply(questions.cost()))));
    }

    /// Changes the wish; one step of the history.
    public void wish(UnaryOperator<Wish> change) {
        root.apply(Act.WISH, now -> now.asking(questions -> questions.withWish(change.apply(questions.wish()))));
    }
}
