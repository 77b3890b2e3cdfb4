import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Consumer;

/// Writes out what the compiler leaves to the first call: a `switch` over types, and a record's `equals`,
/// `hashCode` and `toString`.
///
/// A start-up cache keeps classes and lambdas but, in JDK 25, no code linked for these: the runtime wrote some two
/// hundred small classes at each start of the window. What is written here says the same as
// `SwitchBootstraps.typeSwitch`
/// and `ObjectMethods.bootstrap` do. A switch over anything but types stays as it is.
final class PlainCalls {
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final DirectMethodHandleDesc CONCATENATION = ConstantDescs.ofCallsiteBootstrap(
            ClassDesc.of("java.lang.invoke.StringConcatFactory"),
            "makeConcatWithConstants",
            ConstantDescs.CD_CallSite,
            ConstantDescs.CD_String,
            ConstantDescs.CD_Object.arrayType());
    private static final int HASH_FACTOR = 31;

    /// Of one concatenation.
    private static final int MOST_COMPONENTS = 190;

    private final ClassDesc owner;
    private final boolean inInterface;
    private final List<Consumer<ClassBuilder>> methods = new ArrayList<>();

    private PlainCalls(ClassModel model) {
        owner = model.thisClass().asSymbol();
        inInterface = model.flags().has(AccessFlag.INTERFACE);
    }

    /// @param types tells the generator of stack maps which class extends which
    /// @return the class with such calls written out, or the same bytes where there is none
    static byte[] in(byte[] bytes, ClassHierarchyResolver types) {
        ClassFile file = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(types));
        ClassModel model = file.parse(bytes);
        var calls = new PlainCalls(model);
        byte[] written = file.transformClass(
                model,
                ClassTransform.transformingMethodBodies(calls::accept)
                        .andThen(ClassTransform.endHandler(
                                builder -> calls.methods.forEach(method -> method.accept(builder)))));
        return calls.methods.isEmpty() ? bytes : written;
    }

    private void accept(CodeBuilder builder, CodeElement element) {
        if (element instanceof InvokeDynamicInstruction call && isWritable(call)) {
            String name = call.name().stringValue() + "$plain" + methods.size();
            List<ConstantDesc> arguments = call.bootstrapArgs();
            MethodTypeDesc type = call.typeSymbol();
            methods.add(holder -> holder.withMethodBody(
                    name,
                    type,
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    body -> write(call.name().stringValue(), body, arguments)));
            builder.invokestatic(owner, name, type, inInterface);
        } else {
            builder.with(element);
        }
    }

    private static boolean isWritable(InvokeDynamicInstruction call) {
        DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
        return switch (bootstrap.owner().displayName() + "." + bootstrap.methodName()) {
            case "SwitchBootstraps.typeSwitch" ->
                call.bootstrapArgs().stream().allMatch(label -> label instanceof ClassDesc type && !type.isPrimitive())
                        && !call.typeSymbol().parameterType(0).isPrimitive();
            case "ObjectMethods.bootstrap" -> call.bootstrapArgs().size() < MOST_COMPONENTS;
            default -> false;
        };
    }

    private void write(String name, CodeBuilder code, List<ConstantDesc> arguments) {
        switch (name) {
            case "typeSwitch" -> typeSwitch(code, arguments);
            case "equals" -> equals(code, arguments);
            case "hashCode" -> hashCode(code, arguments);
            case "toString" -> toString(code, arguments);
            default -> throw new IllegalArgumentException(name);
        }
    }

    /// `-1` for null, else the first type from the given one on that the value is of, else their number.
    private static void typeSwitch(CodeBuilder code, List<ConstantDesc> types) {
        var starts = new ArrayList<SwitchCase>();
        var labels = new ArrayList<Label>();
        for (int i = 0; i < types.size(); i++) {
            labels.add(code.newLabel());
            starts.add(SwitchCase.of(i, labels.get(i)));
        }
        Label none = code.newLabel();
        Label some = code.newLabel();
        code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
        code.iload(1).tableswitch(none, starts);
        for (int i = 0; i < types.size(); i++) {
            Label next = i + 1 < types.size() ? labels.get(i + 1) : none;
            code.labelBinding(labels.get(i)).aload(0).instanceOf((ClassDesc) types.get(i));
            code.ifeq(next).loadConstant(i).ireturn();
        }
        code.labelBinding(none).loadConstant(types.size()).ireturn();
    }

    private void equals(CodeBuilder code, List<ConstantDesc> arguments) {
        Label same = code.newLabel();
        Label different = code.newLabel();
        code.aload(0).aload(1).if_acmpeq(same).aload(1).instanceOf(owner).ifeq(different);
        code.aload(1).checkcast(owner).astore(2);
        for (DirectMethodHandleDesc field : fields(arguments)) {
            ClassDesc type = field.invocationType().returnType();
            code.aload(0).getfield(owner, field.methodName(), type);
            code.aload(2).getfield(owner, field.methodName(), type);
            unlessEqual(code, type, different);
        }
        code.labelBinding(same)
                .iconst_1()
                .ireturn()
                .labelBinding(different)
                .iconst_0()
                .ireturn();
    }

    private static void unlessEqual(CodeBuilder code, ClassDesc type, Label different) {
        switch (TypeKind.from(type)) {
            case BOOLEAN, BYTE, CHAR, SHORT, INT -> code.if_icmpne(different);
            case LONG -> code.lcmp().ifne(different);
            case FLOAT, DOUBLE ->
                code.invokestatic(boxOf(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
                        .ifne(different);
            case REFERENCE ->
                code.invokestatic(
                                OBJECTS,
                                "equals",
                                MethodTypeDesc.of(
                                        ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object))
                        .ifeq(different);
            case VOID -> throw new IllegalArgumentException("a field has no such type");
        }
    }

    private void hashCode(CodeBuilder code, List<ConstantDesc> arguments) {
        code.iconst_0();
        for (DirectMethodHandleDesc field : fields(arguments)) {
            ClassDesc type = field.invocationType().returnType();
            ClassDesc taken = type.isPrimitive() ? type : ConstantDescs.CD_Object;
            code.loadConstant(HASH_FACTOR).imul().aload(0).getfield(owner, field.methodName(), type);
            code.invokestatic(
                    type.isPrimitive() ? boxOf(type) : OBJECTS,
                    "hashCode",
                    MethodTypeDesc.of(ConstantDescs.CD_int, taken));
            code.iadd();
        }
        code.ireturn();
    }

    /// A concatenation is among the calls that the cache keeps linked.
    private void toString(CodeBuilder code, List<ConstantDesc> arguments) {
        var recipe = new StringJoiner(", ", owner.displayName().replaceFirst("^.*\\$\\d*", "") + "[", "]");
        var types = new ArrayList<ClassDesc>();
        for (DirectMethodHandleDesc field : fields(arguments)) {
            ClassDesc type = field.invocationType().returnType();
            code.aload(0).getfield(owner, field.methodName(), type);
            recipe.add(field.methodName() + "=\1");
            types.add(type);
        }
        code.invokedynamic(DynamicCallSiteDesc.of(
                        CONCATENATION,
                        "makeConcatWithConstants",
                        MethodTypeDesc.of(ConstantDescs.CD_String, types),
                        recipe.toString()))
                .areturn();
    }

    /// After the class and the names of its components come their getters.
    private static List<DirectMethodHandleDesc> fields(List<ConstantDesc> arguments) {
        return arguments.subList(2, arguments.size()).stream()
                .map(DirectMethodHandleDesc.class::cast)
                .toList();
    }

    private static ClassDesc boxOf(ClassDesc primitive) {
        return switch (TypeKind.from(primitive)) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case CHAR -> ConstantDescs.CD_Character;
            case SHORT -> ConstantDescs.CD_Short;
            case INT -> ConstantDescs.CD_Integer;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            case DOUBLE -> ConstantDescs.CD_Double;
            case REFERENCE, VOID -> throw new IllegalArgumentException(primitive + " has no box");
        };
    }
}
