package org.trabecula.simulation.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssumptionsTest {

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void everyParameterHasItsReferenceWithinItsRangeAndIsFoundByItsName(Parameter parameter) {
        assertThat(parameter.objection(parameter.reference())).isEmpty();
        assertThat(Parameter.find(parameter.id())).contains(parameter);
        assertThat(parameter.source()).isNotBlank();
        assertThat(Assumptions.reference().value(parameter)).isEqualTo(parameter.reference());
    }

    @ParameterizedTest
    @EnumSource(Parameter.class)
    void whatLiesOutsideTheRangeIsRefusedWithTheRange(Parameter parameter) {
        Assumptions reference = Assumptions.reference();
        assertThatThrownBy(() -> reference.with(parameter, Math.nextUp(parameter.high())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(parameter.id())
                .hasMessageContaining("lies between");
        assertThat(parameter.objection(Double.NaN)).isPresent();
        assertThat(reference.with(parameter, parameter.low()).value(parameter)).isEqualTo(parameter.low());
    }

    @Test
    void theSentenceNamesTheRange() {
        assertThat(Parameter.LOAD_RATIO.objection(1.5))
                .contains("load-ratio (s1/s0) lies between 0.4 and 1.2, but it is 1.5.");
    }
}
